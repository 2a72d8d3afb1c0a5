import { closingReason } from '../closure/closure.events.js';
import { supportKind } from '../kit/support.js';
import type { CodeList } from './national-codes.js';
import type { TableSpec } from './table.js';

export const number: CodeList = { number: 'Number' };

/** Codes that say what they mean: `feelsSafe` reads as "Feels safe". */
const spelledOut = (codes: readonly string[]): CodeList =>
  Object.fromEntries(
    codes.map((code) => {
      const text = code.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
      return [code, text.charAt(0).toUpperCase() + text.slice(1)];
    }),
  );

const answeredBy: CodeList = {
  person: 'The person',
  representative: 'Their representative',
  notRecorded: 'Not recorded',
};
const howMuch: CodeList = { yes: 'Yes', partly: 'Partly', no: 'No', notKnown: 'Not known' };

const question = (code: string, title: string, rows: CodeList): TableSpec => ({
  code: `experience ${code}`,
  title,
  rows,
  columns: answeredBy,
  totals: true,
});

/** The seven questions of the Making Safeguarding Personal outcomes framework (LGA and ADASS, 2018). */
export const experienceTables: readonly TableSpec[] = [
  question('askedAboutOutcomes', 'Were you asked what you wanted to happen?', {
    yes: 'Yes',
    no: 'No',
    notKnown: 'Not known',
  }),
  question('outcomesMet', 'Did what you wanted happen?', {
    fully: 'All of it',
    partly: 'Some of it',
    no: 'No',
    notKnown: 'Not known',
  }),
  question('feelsSafer', 'Do you feel safer now?', howMuch),
  question('involved', 'Did you have a say in what was decided?', howMuch),
  question('understoodWhy', 'Did you understand why people did what they did?', howMuch),
  question('listenedTo', 'Did people listen to you?', {
    always: 'Always',
    quiteABit: 'Quite a bit',
    notVeryMuch: 'Not very much',
    notAtAll: 'Not at all',
    notKnown: 'Not known',
  }),
  question('rightPeople', 'Were the right people there to help you?', howMuch),
];

const list = (code: string, title: string, rows: CodeList): TableSpec => ({
  code,
  title,
  rows,
  columns: number,
  totals: true,
});

export const reasons: CodeList = {
  ...spelledOut(closingReason.options),
  notReached: 'The person could not be reached',
  notExplored: 'Nobody explored why',
};

/** Measures of our own, beside the national ones. */
export const ownTables: readonly TableSpec[] = [
  list('concerns', 'Concerns raised', {
    first: 'First concern of a case',
    again: 'A further concern about the same person',
  }),
  list('conversations', 'Has the person been spoken with, in private', { held: 'Yes', notYet: 'Not yet' }),
  list('decisions', 'Decisions, and whether the person was heard first', {
    afterConversation: 'After a conversation with the person',
    withoutConversation: 'Before any conversation with the person',
  }),
  list('safetyChange', 'How safe the person feels, from start to end, where they said both', {
    safer: 'Safer',
    same: 'The same',
    lessSafe: 'Less safe',
  }),
  list('advocacy', 'Independent advocates in statutory enquiries', {
    owedAndProvided: 'Needed, and there is one',
    owedAndNotProvided: 'Needed, and there is none',
    notOwed: 'Not needed',
    notConsidered: 'Nobody has considered it',
  }),
  {
    code: 'overrides',
    title: 'Decisions against what the person wanted, and whether they were told why',
    rows: { enquire: 'To enquire', share: 'To share information', act: 'To act', assess: 'To assess' },
    columns: { explained: 'Explained', couldNotBeExplained: 'Could not be explained', notExplained: 'Not explained' },
    totals: true,
  },
  list('outcomes', 'What people wanted, and the answer', {
    expressed: 'No answer yet',
    agreed: 'Agreed',
    reworked: 'Reworded with the person',
    disputed: 'Reworded, and the person does not agree',
    declined: 'Declined with a reason',
    withdrawn: 'Withdrawn',
  }),
  list('closings', 'Cases closed', { closed: 'Closed' }),
  list('closingReasons', 'Why people wanted to stop (one or more reasons for each closing)', reasons),
  list('secondLooks', 'Closings that a manager approved', {
    byAnother: 'By another manager than whoever explored it',
    sameHand: 'By whoever explored it, or not by a manager',
  }),
  {
    code: 'support',
    title: 'Support offered for afterwards, and what became of it',
    rows: spelledOut(supportKind.options),
    columns: {
      offered: 'Offered',
      accepted: 'Accepted',
      declined: 'Declined',
      noReply: 'No reply',
      handedOver: 'Handed over',
      refused: 'Refused by the service',
      confirmed: 'Confirmed',
      withdrawn: 'Could not be had',
    },
    totals: false,
  },
  list('links', 'Links to earlier or related cases', { linked: 'Linked' }),
  list('lessons', 'Lessons learned', { learned: 'Learned' }),
  list('quotes', 'May what the person said be quoted', { yes: 'Yes', no: 'No' }),
];
