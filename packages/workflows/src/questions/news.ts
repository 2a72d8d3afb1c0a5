import type { EntryView } from '../case/view.js';

/** One thing that whoever raised a concern can be told: which, when, and the words where somebody wrote some for them. */
export type News = {
  readonly what: 'acknowledged' | 'allocated' | 'told';
  readonly at: string;
  readonly said?: string;
};

const toldBy: Readonly<Record<string, News['what']>> = {
  'concern.acknowledged': 'acknowledged',
  'case.allocated': 'allocated',
  'feedback.given': 'told',
};

/**
 * What a case tells whoever raised it, oldest first: out of the entries that the engine shows to a referrer, and never more.
 *
 * Source: Care and Support Statutory Guidance 14.42 on telling those who raise a concern; within what the person agreed.
 */
export const newsOf = (entries: readonly Pick<EntryView, 'type' | 'at' | 'data'>[]): News[] =>
  entries.flatMap(({ type, at, data }): News[] => {
    const what = toldBy[type];
    if (!what) return [];
    const said = what === 'told' ? (data as { said?: unknown } | undefined)?.said : undefined;
    return [{ what, at, ...(typeof said === 'string' && { said }) }];
  });
