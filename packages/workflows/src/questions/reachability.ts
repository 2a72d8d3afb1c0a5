import type { ConcernPage, ConcernQuestion, Way } from './concern.types.js';

const WAYS: readonly Way[] = ['somebody', 'myself', 'organisation'];

/** A question that nobody can ever be asked, and why. */
export type Unreachable = { readonly question: string; readonly because: string };

type Placed = { readonly question: ConcernQuestion; readonly ways: readonly Way[]; readonly at: number };

const both = (one: readonly Way[] = WAYS, other: readonly Way[] = WAYS): Way[] =>
  one.filter((way) => other.includes(way));

/**
 * Finds questions that can never show: on no way in, or with a condition that names no question, a later one, one that is
 * itself never asked on that way, or a value that it does not offer.
 *
 * Conditions that were keyed on labels left 12 questions of a published council form unreachable for years. A test runs
 * this over the form's own pages, so that such a question fails the build.
 */
export function unreachable(pages: readonly ConcernPage[]): Unreachable[] {
  const placed: Placed[] = pages.flatMap((page, at) =>
    page.questions.map((question) => ({ question, at, ways: both(page.ways, question.ways) })),
  );
  const reachableOn = (way: Way, { question, ways, at }: Placed, seen: readonly string[]): boolean => {
    if (!ways.includes(way)) return false;
    const { showWhen } = question;
    if (!showWhen) return true;
    if (seen.includes(question.id)) return false;
    return placed.some(
      (other) =>
        other.question.id === showWhen.name &&
        other.at <= at &&
        showWhen.is.some((value) => other.question.options?.some((option) => option.value === value)) &&
        reachableOn(way, other, [...seen, question.id]),
    );
  };
  return placed
    .filter((one) => !WAYS.some((way) => reachableOn(way, one, [])))
    .map(({ question, ways }) => ({
      question: question.id,
      because:
        ways.length === 0
          ? 'it is on no way in'
          : `its condition on "${question.showWhen?.name ?? ''}" can never hold: no earlier question on the same way offers ${question.showWhen?.is.join(', ') ?? ''}`,
    }));
}
