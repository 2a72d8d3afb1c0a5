import { toldConcernSchema } from '../concern/concern.told.js';
import { pagesFor, questionsOn } from './concern.path.js';
import { concernQuestions } from './concern.questions.js';
import type { ConcernData, ConcernPage, ConcernQuestion } from './concern.types.js';
import { isBlank, nest, stored, writtenDate } from './question.js';
import type { Answer, Answers } from './question.js';

/** What has to change in one answer. The words for it are the page's. */
export type ConcernProblem = {
  readonly question: ConcernQuestion;
  readonly code: 'missing' | 'too-long' | 'not-a-date' | 'characters' | 'other';
};

const asked = (answers: Answers): ConcernQuestion[] => pagesFor(answers).flatMap((page) => questionsOn(page, answers));

const parent = (field: string): string => field.slice(0, field.lastIndexOf('.') + 1);

const linesOf = (answer: Answer): string[] =>
  String(answer)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function recorded(question: ConcernQuestion, answer: Answer): unknown {
  if (question.each) return linesOf(answer).map((name) => ({ name }));
  return question.kind === 'date' ? writtenDate(String(answer)) : stored(answer, question.options as never);
}

/**
 * The data of `concern.raised` for these answers, not yet checked.
 *
 * Only questions on the way that was taken count: an answer to a question that is no longer asked is not sent. Blank answers
 * are left out, and words are kept to the letter.
 */
export function toConcern(answers: Answers): Record<string, unknown> {
  const questions = asked(answers);
  const entries: [string, unknown][] = [];
  for (const { field, blankAs, ...question } of questions) {
    const answer = answers[question.id];
    const value = answer === undefined || isBlank(answer) ? undefined : recorded({ field, ...question }, answer);
    if (value !== undefined) entries.push([field, value]);
    else if (blankAs && hasSibling(questions, field, answers)) entries.push([field, blankAs]);
  }
  return atTheSameAddress(nest(entries));
}

/** The form asks for others in the same place: what is known of that place is known of them. */
function atTheSameAddress(data: Record<string, unknown>): Record<string, unknown> {
  const { adult, alsoAbout } = data as Partial<ConcernData>;
  if (!alsoAbout || adult?.address === undefined) return data;
  return { ...data, alsoAbout: alsoAbout.map((other) => ({ ...other, address: adult.address })) };
}

const hasSibling = (questions: readonly ConcernQuestion[], field: string, answers: Answers): boolean =>
  questions.some(
    (other) => other.field !== field && parent(other.field) === parent(field) && !isBlank(answers[other.id]),
  );

const codeOf = (question: ConcernQuestion, issue: string | undefined): ConcernProblem['code'] => {
  if (issue === 'too_big') return 'too-long';
  if (question.kind === 'date') return 'not-a-date';
  return issue === 'custom' ? 'characters' : 'other';
};

/**
 * What stands in the way of sending these answers, by the schema of what is sent; of one page only, if it is given.
 *
 * Next to nothing does: a partial concern is accepted, never sent back.
 */
export function checkConcern(answers: Answers, page?: ConcernPage): ConcernProblem[] {
  const parsed = toldConcernSchema.safeParse(toConcern(answers));
  if (parsed.success) return [];
  const wanted = page ? questionsOn(page, answers) : asked(answers);
  return wanted.flatMap((question): ConcernProblem[] => {
    const issue = parsed.error.issues.find(({ path }) => `${path.join('.')}.`.startsWith(`${question.field}.`));
    if (!issue) return [];
    if (isBlank(answers[question.id])) return question.required ? [{ question, code: 'missing' }] : [];
    return [{ question, code: codeOf(question, issue.code) }];
  });
}

/** The answers that would give this data: how a page's own context, or a draft, gets into the form. */
export function answersFrom(data: Partial<ConcernData>): Answers {
  const answers: Record<string, Answer> = {};
  for (const question of concernQuestions) {
    const value = question.field
      .split('.')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], data);
    if (question.each && Array.isArray(value)) {
      answers[question.id] = value.map((each: { name?: string }) => each.name ?? '').join('\n');
    } else if (Array.isArray(value)) answers[question.id] = value.map(String);
    else if (typeof value === 'string') {
      const choice = question.options?.find(
        ({ value: own, stores }) => (stores === undefined ? own : stores) === value,
      );
      answers[question.id] = choice?.value ?? value;
    }
  }
  return answers;
}
