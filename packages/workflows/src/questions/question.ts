/** What somebody chose or wrote, as a form holds it: text, or the values of the boxes that were ticked. */
export type Answer = string | readonly string[];

/** Answers by the name of the question. A question that was not answered is missing, or blank. */
export type Answers = Readonly<Record<string, Answer>>;

/** One way of answering a question. */
export type Choice = {
  /** Stable code. Never shown, never reworded. */
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** Shown at once when this is chosen, for instance that 999 is the number to call. */
  readonly note?: string;
  /** Choosing this one leaves out all others: “I do not know”. */
  readonly alone?: true;
  /** What is recorded where it is not `value` itself; `null` records nothing. */
  readonly stores?: string | number | null;
};

/** Holds when the named question was answered with one of these values. Values, never labels: labels get reworded. */
export type Condition = { readonly name: string; readonly is: readonly string[] };

/** How a question is answered. */
export type AnswerKind = 'text' | 'textarea' | 'radios' | 'checkboxes' | 'select' | 'date';

/** True when nothing was chosen or written. */
export const isBlank = (answer: unknown): boolean =>
  typeof answer === 'string' ? answer.trim() === '' : !Array.isArray(answer) || answer.length === 0;

/** True when there is no condition, or the answers meet it. */
export function holds(condition: Condition | undefined, answers: Readonly<Record<string, unknown>>): boolean {
  if (!condition) return true;
  const answer = answers[condition.name];
  return (Array.isArray(answer) ? answer : [answer]).some((value) => condition.is.includes(String(value)));
}

/** What an answer with choices records: each chosen value, or what its choice stores instead. */
export function stored(answer: Answer, options: readonly Choice[] | undefined): unknown {
  const one = (value: string): string | number | null => {
    const choice = options?.find((option) => option.value === value);
    return choice?.stores === undefined ? value : choice.stores;
  };
  if (typeof answer === 'string') return one(answer) ?? undefined;
  const all = answer.map(one).filter((value) => value !== null);
  return all.length > 0 ? all : undefined;
}

/**
 * A date as its three boxes hold it (`year-month-day`, as typed) in the form that is recorded.
 *
 * An approximate date may leave out the day, or the day and the month. What is not a date comes back as it is, so that the
 * schema refuses it and nothing is guessed.
 */
export function writtenDate(raw: string, approximate = false): string {
  const [year = '', month = '', day = ''] = raw.split('-').map((part) => part.trim());
  const two = (part: string): string => part.padStart(2, '0');
  if (year && month && day) return `${year}-${two(month)}-${two(day)}`;
  if (approximate && year && !day) return month ? `${year}-${two(month)}` : year;
  return raw;
}

/** Puts values at their dotted paths: `[['adult.name', 'A']]` becomes `{ adult: { name: 'A' } }`. */
export function nest(entries: Iterable<readonly [path: string, value: unknown]>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, value] of entries) {
    const keys = path.split('.');
    const last = keys.pop();
    if (last === undefined) continue;
    let at = root;
    for (const key of keys) {
      if (!Object.hasOwn(at, key)) at[key] = {};
      at = at[key] as Record<string, unknown>;
    }
    at[last] = value;
  }
  return root;
}
