import type { ConcernPage, ConcernQuestion } from './concern.types.js';
import { peoplePages } from './people.questions.js';
import { whatHappenedPages } from './what-happened.questions.js';

/**
 * The concern form, page by page, in the order in which it is asked.
 *
 * Nobody is asked whether the person can protect themselves: that point of the test is the council's to answer (Care Act 2014
 * s42(1)(c)). Agreement is asked about and never a gate: it is no part of the test. Only what happened must be answered.
 */
export const concernPages: readonly ConcernPage[] = [...whatHappenedPages, ...peoplePages];

/** Every question of the concern form, in order. */
export const concernQuestions: readonly ConcernQuestion[] = concernPages.flatMap((page) => page.questions);
