import type { ConcernProblem } from './concern.data.js';
import type { ConcernFormMessageId } from './concern.messages.js';
import { wordsFor, wayOf } from './concern.path.js';
import type { ByWay, ConcernPage, ConcernQuestion, Way } from './concern.types.js';
import type { Answers, Choice } from './question.js';

/** A question in the words for whoever is asked. */
export type FieldInWords = Pick<ConcernQuestion, 'kind'> & {
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly options: readonly Choice[] | undefined;
  readonly rows: number | undefined;
  readonly autocomplete: 'name' | 'organization' | undefined;
};

/** Finds a text by id, with the question data's own words as default. */
export type TextOf = (id: string, fallback: string) => string;

const text = (textOf: TextOf, id: string, words: ByWay, way: Way): string =>
  textOf(`${id}.${way}`, textOf(id, wordsFor(words, way)));

/** The heading of a page: its title, or its only question. */
export const titleOf = (page: ConcernPage, way: Way, textOf: TextOf): string | undefined =>
  page.title ? text(textOf, `concern.page.${page.id}.title`, page.title, way) : undefined;

export const leadOf = (page: ConcernPage, way: Way, textOf: TextOf): string | undefined =>
  page.lead ? text(textOf, `concern.page.${page.id}.lead`, page.lead, way) : undefined;

export const whyOf = (question: ConcernQuestion, way: Way, textOf: TextOf): string =>
  text(textOf, `concern.question.${question.id}.why`, question.why, way);

/**
 * A question as a field for whoever took this way in.
 *
 * Message ids: `concern.question.<id>.label`, `.hint`, `.why`, `.required`, `.option.<value>`, `.option.<value>.hint` and
 * `.option.<value>.note`, each also with `.somebody`, `.myself` or `.organisation` behind it.
 */
export function questionField(question: ConcernQuestion, answers: Answers, textOf: TextOf): FieldInWords {
  const way = wayOf(answers);
  const id = `concern.question.${question.id}`;
  const options = question.options?.map(({ label, hint, note, ...option }): Choice => {
    const optionId = `${id}.option.${option.value}`;
    return {
      ...option,
      label: text(textOf, optionId, label, way),
      ...(hint && { hint: text(textOf, `${optionId}.hint`, hint, way) }),
      ...(note && { note: textOf(`${optionId}.note`, note) }),
    };
  });
  return {
    name: question.id,
    kind: question.kind,
    label: text(textOf, `${id}.label`, question.label, way),
    hint: question.hint && text(textOf, `${id}.hint`, question.hint, way),
    options,
    rows: question.rows,
    autocomplete: question.autocomplete?.[way],
  };
}

/** What an answer says, in words, to check before sending. */
export function answerInWords(field: FieldInWords, answers: Answers): string {
  const answer = answers[field.name];
  if (answer === undefined) return '';
  if (field.options) {
    const chosen = typeof answer === 'string' ? [answer] : answer;
    return chosen.map((value) => field.options?.find((option) => option.value === value)?.label ?? '').join('\n');
  }
  if (field.kind === 'date') return String(answer).split('-').reverse().join(' ').trim();
  return String(answer);
}

/** What to say about one problem, so that it says what to do. */
export function problemText(
  { question, code }: ConcernProblem,
  field: FieldInWords,
  textOf: TextOf,
  t: (id: ConcernFormMessageId, params: { label: string }) => string,
): string {
  if (code === 'missing') return textOf(`concern.question.${question.id}.required`, question.required ?? '');
  return t(`concern.problem.${code}`, { label: field.label });
}
