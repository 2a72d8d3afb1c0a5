import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { englandCareAct } from '@msp/workflows';
import type { Browser } from 'puppeteer-core';
import { startBrowser } from './support/browser.js';
import { ConcernForm } from './support/concern-form.js';
import { DeskRecords } from './support/desk-records.js';
import { Desk } from './support/desk.js';
import { PortalProcess, freePort } from './support/portal-process.js';
import { Visitor } from './support/visitor.js';
import type { Acknowledged } from './support/watch.js';

const HAPPENED = 'He takes her bank card every Friday and she has no food in the house.';
const WANTS = 'She wants her card back and nobody told off.';
const SAID = 'I want to do my own shopping again.';
const OUTCOME = 'I want to look after my own money.';
const STOP = 'It is too many visits. I would like this to stop now.';
const AFRAID = 'He says that he will not come any more if this goes on.';

const wordsOf = (list: readonly { code: string; words: string }[], code: string): string =>
  list.find((one) => one.code === code)?.words ?? assert.fail(`the pack has no ${code}`);

const route = (code: string): string => wordsOf(englandCareAct.routes, code);
const reason = (code: string): string => wordsOf(englandCareAct.closingReasons, code);
const support = (code: string): string => wordsOf(englandCareAct.supportKinds, code);

describe('the whole journey', () => {
  let browser: Browser;
  let portal: PortalProcess;
  let records: DeskRecords;
  let dataDir: string;

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'msp-journey-'));
    portal = new PortalProcess(await freePort(), dataDir);
    records = new DeskRecords(portal);
    [browser] = await Promise.all([startBrowser(), portal.start()]);
  });

  after(async () => {
    await browser.close();
    await portal.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('leads from a worry on a landlord’s page to a good ending, and loses nothing on the way', async () => {
    const acknowledged: Acknowledged[] = [];

    // A neighbour tells the council, on the website of the landlord.
    const neighbour = await Visitor.arrive(browser, portal.address, acknowledged);
    await neighbour.open('/housing/');
    await neighbour.looksAround('housing');
    const form = new ConcernForm(neighbour, 'somebody', { looks: true });
    await form.begins();
    await form.writes('whatHappened', HAPPENED);
    await form.continues();
    await form.chooses('immediateDanger', 'no');
    await form.chooses('otherAdults', 'no');
    await form.chooses('children', 'no');
    await form.continues();
    await form.ticks('kinds', 'financialOrMaterial');
    await form.continues();
    await form.writes('when', 'Every Friday since the spring');
    await form.chooses('where', 'ownHome');
    await form.continues();
    await form.chooses('source', 'knownToPerson');
    await form.continues();
    await form.writes('personName', 'Dorothy Pell');
    await form.chooses('personAge', '75-84');
    await form.continues();
    await form.chooses('spoken', 'yes');
    await form.writes('said', WANTS);
    await form.continues();
    await form.writes('safeContact', 'Phone in the morning');
    await form.continues();
    await form.writes('yourRelationship', 'Neighbour');
    await form.continues();
    await neighbour.sees('Check your answers', WANTS);
    const reference = await form.sends();
    await neighbour.looksAround('concern-receipt');
    await records.surviveAKill(await neighbour.watch.settled());
    await neighbour.leave();

    // Sam takes it up at the council's desk.
    const sam = await Visitor.arrive(browser, portal.address, acknowledged);
    const desk = await Desk.opens(sam, records, 'sam', reference);
    await desk.sees(HAPPENED, WANTS);
    await desk.looksAround('concern');
    await desk.turnsTo('Say that we have it');
    await desk.records('We have it');

    // The three-point test. Deciding without the person, or past the duty, is refused.
    await desk.looksAround('threshold');
    for (let limb = 1; limb <= englandCareAct.limbs.length; limb += 1) {
      await desk.turnsTo('Answer this question');
      await desk.chooses('Is there reason to think so?', 'Yes, this point is met');
      await desk.writes('Why do you say so?', 'What the neighbour told us, and a visit.');
      await desk.records('Save this answer');
    }
    await desk.turnsTo('Decide');
    await desk.chooses('What happens next?', route('noEnquiry'));
    await desk.writes('Why?', 'Help with the shopping will do.');
    const noEnquiry = { type: 'threshold.decided', data: { route: 'noEnquiry', because: 'x' } } as const;
    await desk.isRefused('Record the decision', noEnquiry, 'person-not-heard', 'duty-to-enquire');
    await desk.turnsTo('Talk with the person');
    await desk.chooses('Did you talk with them?', 'Yes, we talked');
    await desk.ticks('Who did you talk with?', 'The person');
    await desk.chooses('How?', 'In person');
    await desk.chooses('Were they free to speak?', 'Yes');
    await desk.writes('In their own words', SAID);
    await desk.records('Save');
    await desk.sees(SAID);
    await desk.turnsTo('Decide');
    await desk.isRefused('Record the decision', noEnquiry, 'duty-to-enquire');
    await desk.chooses('What happens next?', route('statutoryEnquiry'));
    await desk.records('Record the decision');

    // What the person wants, and the plan.
    await desk.looksAround('outcomes');
    await desk.turnsTo('An advocate');
    await desk.chooses('What happened?', 'We thought about whether they need one');
    await desk.ticks('What would be very hard for them without help?', 'None of these');
    await desk.chooses('Is there somebody suitable to help them take part?', 'No');
    await desk.records('Save');
    await desk.turnsTo('Ask what they want');
    await desk.chooses('Did you ask what they want to happen?', 'Yes, and they told me');
    await desk.records('Save');
    await desk.turnsTo('Write down what they want');
    await desk.writes('What do they want to happen?', OUTCOME);
    await desk.chooses('Who said it?', 'The person');
    await desk.writes('How will we know that it has worked?', 'My card is in my purse.');
    await desk.records('Save what they want');
    await desk.sees(OUTCOME);
    await desk.turnsTo('Answer this');
    await desk.chooses('What is the answer?', 'Yes, we will work towards this');
    await desk.records('Save this answer');
    await desk.turnsTo('Agree the plan');
    await desk.writes('What?', 'Go to the bank together');
    await desk.writes('Who does it?', 'Sam');
    await desk.dates('By when?', new Date(Date.now() + 7 * 24 * 60 * 60 * 1000));
    await desk.looksAround('plan');
    await desk.records('Agree this plan');

    // Is it making a difference? And what did the enquiry find?
    await desk.looksAround('check-ins');
    await desk.turnsTo('Record a check-in');
    await desk.chooses('Is what we do making a difference to them?', 'Yes');
    await desk.chooses('Are these still the things they want?', 'Yes');
    await desk.chooses('Do they want us to carry on?', 'Not sure');
    await desk.records('Save this check-in');
    await desk.turnsTo('Conclude the enquiry');
    await desk.chooses('What did the enquiry find?', 'There is, or was, a risk');
    await desk.chooses('Is anything done about it?', 'Yes');
    await desk.writes('What is done?', 'His access to her account has ended.');
    await desk.records('Conclude the enquiry');
    await desk.turnsTo('Somebody wants to stop');
    await desk.chooses('Who wants to stop?', 'The person');
    await desk.writes('In their own words', STOP);
    await desk.records('Start talking about closing');
    await desk.sees(STOP);

    // Why does she want to stop? Not with somebody listening, and not without a second look where she may not be free.
    await desk.looksAround('closure');
    await desk.turnsTo('Talk about why');
    await desk.ticks('Who did you talk with?', 'The person');
    await desk.selects('How did you talk?', 'In person');
    await desk.chooses('Were they free to speak?', 'No, or not all of the time');
    await desk.writes('Why do they want to stop?', AFRAID);
    await desk.ticks('Which of these is it?', reason('pressureFromSomeone'), reason('tooMuchProcess'));
    await desk.ticks('What did you offer instead?', support('careActAssessment'));
    await desk.chooses('Do they understand what may happen if this stops?', 'Yes');
    await desk.chooses('Do they know how to come back to us?', 'Yes');
    const explored = {
      conversation: { with: ['person'], how: 'inPerson', freeToSpeak: 'no' },
      reasons: ['pressureFromSomeone'],
      alternativesOffered: [],
      wayBackGiven: 'yes',
    };
    await desk.isRefused(
      'Save what they said',
      { type: 'closure.explored', data: explored },
      'conversation-not-private',
    );
    await desk.chooses('Were they free to speak?', 'Yes');
    await desk.records('Save what they said');
    await desk.turnsTo('Decide about closing');
    await desk.chooses('What is decided?', 'We close, as agreed with them');
    await desk.isRefused('Record this', { type: 'closure.agreed' }, 'second-look-needed');
    await desk.changesTo('Priya, manager');
    await desk.turnsTo('A manager looks at it');
    await desk.writes('What did you look at, and why is closing right?', 'Read the talk, and rang her: she is sure.');
    await desk.records('Record the second look');
    await desk.changesTo('Sam, practitioner');
    await desk.turnsTo('Decide about closing');
    await desk.chooses('What is decided?', 'We close, as agreed with them');
    await desk.records('Record this');

    // Looking back together.
    await desk.looksAround('reviewing');
    await desk.turnsTo('Finish looking back');
    await desk.isRefused('Finish looking back', { type: 'review.completed' }, 'outcome-not-reviewed');
    await desk.turnsTo('Look back at this together');
    await desk.chooses('How did it go?', 'It happened');
    await desk.chooses('Who says so?', 'The person');
    await desk.writes('What did they say about it?', 'My card is in my purse.');
    await desk.records('Save');
    await desk.turnsTo('How the risk is now');
    await desk.chooses('Compared with the start, how is the risk?', 'It is smaller');
    await desk.records('Save');
    await desk.turnsTo('How safe they feel now');
    await desk.chooses('How safe do they feel?', '4');
    await desk.records('Save');
    await desk.turnsTo('Finish looking back');
    await desk.records('Finish looking back');

    // Nobody is left with nothing.
    await desk.looksAround('step-down');
    await desk.turnsTo('Close the case');
    await desk.writes('Why is it right to close now?', 'What she wanted is in place.');
    const closing = { type: 'case.closed', data: { because: 'x' } } as const;
    await desk.isRefused('Close the case', closing, 'support-not-considered');
    await desk.turnsTo('Offer help');
    await desk.selects('Which help?', support('careActAssessment'));
    await desk.records('Save this offer');
    await desk.turnsTo('Say what happened');
    await desk.chooses('What happened with it?', 'They said no, or could not be reached');
    await desk.chooses('Did they say no themselves?', 'Yes, they said no');
    await desk.writes('Why?', 'I manage.');
    await desk.records('Save');
    await desk.turnsTo('Close the case');
    await desk.isRefused('Close the case', closing, 'assessment-still-owed');
    await desk.turnsTo('Say what happened');
    await desk.chooses('What happened with it?', 'It was handed over to somebody');
    await desk.writes('Who has it in hand now?', 'Adult contact team');
    await desk.records('Save');
    await desk.turnsTo('Close the case');
    await desk.records('Close the case');
    await desk.sees('This case is closed');
    await desk.looksAround('closed');
    const { view } = await records.read(await records.caseWith(reference));
    assert.equal(view.stage, 'closed');

    // What she sees of it herself.
    await Promise.all([sam.page.waitForNavigation(), sam.keyboard.followLink('What the person sees')]);
    await sam.sees(OUTCOME, STOP);
    await sam.keyboard.unfold(/More that you said/);
    await sam.sees(SAID);
    await sam.looksAround('me');
    await sam.leave();
  });

  it('begins as well on a hospital’s page, which says where it is by itself', async () => {
    const nurse = await Visitor.arrive(browser, portal.address);
    await nurse.open('/hospital/');
    await nurse.looksAround('hospital');
    const form = new ConcernForm(nurse, 'organisation');
    await form.begins();
    await form.writes('whatHappened', 'She flinches when he comes in.');
    await form.continues();
    await form.chooses('immediateDanger', 'notKnown');
    const reference = await form.sendsAlready();
    const { view } = await records.read(await records.caseWith(reference));
    const { data, by } = view.entries[0] ?? assert.fail('the case is empty');
    assert.deepEqual(data['referrer'], { organisation: 'St Brannock NHS Trust' });
    assert.equal(data['location'], 'hospitalAcute');
    assert.deepEqual(by, { id: 'st-brannock-intranet', role: 'referrer', organisation: 'st-brannock-nhs-trust' });
    await nurse.leave();
  });
});
