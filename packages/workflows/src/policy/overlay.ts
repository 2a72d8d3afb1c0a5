import type { Policy } from './policy.schema.js';

type Coded = { readonly code: string };

/** What a council changes in its nation's pack. Lists are by code: what is named changes or is added, the rest stays. */
export type Overlay = {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly wording?: Policy['wording'];
  readonly timescales?: Partial<Policy['timescales']>;
  readonly secondLookOn?: Policy['secondLookOn'];
  readonly closingReasons?: readonly (Partial<Policy['closingReasons'][number]> & Coded)[];
  readonly supportKinds?: readonly (Partial<Policy['supportKinds'][number]> & Coded)[];
  readonly mayRecord?: Partial<Policy['mayRecord']>;
};

const changed = <T extends Coded>(list: readonly T[], changes: readonly (Partial<T> & Coded)[] = []): T[] => [
  ...list.map((one) => ({ ...one, ...changes.find(({ code }) => code === one.code) })),
  ...changes.filter(({ code }) => !list.some((one) => one.code === code)).map((one) => one as unknown as T),
];

type Wording = NonNullable<Policy['wording']>;

/** Other words for something leave the provision as it was: a Welsh council’s words still stand on Welsh law. */
const reworded = (before: Wording = {}, changes: Wording = {}): Wording => ({
  ...before,
  ...Object.fromEntries(Object.entries(changes).map(([code, said]) => [code, { ...before[code], ...said }])),
});

/** A pack made of another and of what a council adds to it. `readPolicy(…, { base })` says whether it only adds or tightens. */
export const overlay = (base: Policy, changes: Overlay): Policy => ({
  ...base,
  id: changes.id,
  version: changes.version,
  name: changes.name,
  wording: reworded(base.wording, changes.wording),
  timescales: { ...base.timescales, ...changes.timescales },
  closingReasons: changed(base.closingReasons, changes.closingReasons as never),
  supportKinds: changed(base.supportKinds, changes.supportKinds as never),
  mayRecord: { ...base.mayRecord, ...changes.mayRecord } as Policy['mayRecord'],
  ...(changes.secondLookOn || base.secondLookOn
    ? { secondLookOn: [...new Set([...(base.secondLookOn ?? []), ...(changes.secondLookOn ?? [])])] }
    : {}),
});
