import * as z from 'zod/mini';
import { concernQuestions } from './concern.questions.js';
import type { Answer, Answers } from './question.js';

const kept = z.object({
  answers: z.record(z.string(), z.unknown()),
  key: z.optional(z.string().check(z.minLength(16), z.maxLength(200))),
  page: z.optional(z.string()),
});

/**
 * A form that somebody saved to come back to: what they answered, the idempotency key that it is sent with, however often and
 * from however many pages, and the page where they were.
 */
export type SavedForm = {
  readonly answers: Answers;
  readonly key?: string | undefined;
  readonly page?: string | undefined;
};

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'));

/** A saved form as it was kept, maybe by an older version: answers to questions that there are, and nothing else. */
export const readSaved = (draft: unknown): SavedForm => {
  const { data } = kept.safeParse(draft);
  if (!data) return { answers: {} };
  const answers = concernQuestions.flatMap(({ id }): [string, Answer][] => {
    const answer = Object.hasOwn(data.answers, id) ? data.answers[id] : undefined;
    return isAnswer(answer) ? [[id, answer]] : [];
  });
  return { answers: Object.fromEntries(answers), key: data.key, page: data.page };
};
