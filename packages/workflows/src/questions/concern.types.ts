import type { ToldConcern } from '../concern/concern.told.js';
import type { AnswerKind, Choice, Condition } from './question.js';

/** What a concern form sends: the data of `concern.raised`, and other adults who were told of with it. */
export type ConcernData = ToldConcern;

type Path<T> = {
  [K in keyof T & string]: NonNullable<T[K]> extends readonly unknown[] | string
    ? K
    : `${K}.${Path<NonNullable<T[K]>>}`;
}[keyof T & string];

/** A field of `concern.raised`, dotted. A question can only fill a field that the schema has. */
export type ConcernField = Path<ConcernData>;

/** The ways in: worried about somebody, about oneself, or as part of a job. */
export type Way = 'somebody' | 'myself' | 'organisation';

/** Words for every way in, or different ones by way; `somebody` stands in for a way that is not named. */
export type ByWay = string | ({ readonly somebody: string } & { readonly [W in Way]?: string });

export type ConcernChoice = Omit<Choice, 'label' | 'hint'> & { readonly label: ByWay; readonly hint?: ByWay };

/** One question of the concern form. */
export type ConcernQuestion = {
  /** Stable for ever: conditions, translations and a council's own words hang on it. */
  readonly id: string;
  readonly field: ConcernField;
  readonly kind: AnswerKind;
  readonly label: ByWay;
  readonly hint?: ByWay;
  /** Why we ask. A question without a reason is not asked. */
  readonly why: ByWay;
  readonly options?: readonly ConcernChoice[];
  /** What to say when it is not answered. Only one question must be answered. */
  readonly required?: string;
  readonly showWhen?: Condition;
  /** Who is asked; everybody where it is left out. */
  readonly ways?: readonly Way[];
  /** Only where the answer is about whoever fills the form in. */
  readonly autocomplete?: { readonly [W in Way]?: 'name' | 'organization' };
  readonly rows?: number;
  /** Every line is one: somebody's name. */
  readonly each?: 'name';
  /** What is recorded if this is left blank while another field of the same object is answered. */
  readonly blankAs?: string;
};

/** One page: one thing to think about. Without a title, its first question is the heading. */
export type ConcernPage = {
  readonly id: string;
  readonly title?: ByWay;
  readonly lead?: ByWay;
  readonly ways?: readonly Way[];
  readonly questions: readonly ConcernQuestion[];
};
