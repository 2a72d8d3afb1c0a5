import type { Closing } from './tally.js';

/**
 * Closings of cases and links between cases, kept until a report joins them: a later case may be in the other half of a
 * merge. A multiset of short codes, in buckets so that one more costs the same however many there are. Case ids are kept as
 * 64-bit fingerprints only, and no report shows them.
 */
export type Ledger = Readonly<Record<string, Readonly<Record<string, number>>>>;

const FNV_PRIME = 0x01000193;

const fnv = (text: string, seed: number): string => {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  return (hash >>> 0).toString(16).padStart(8, '0');
};

const fingerprint = (caseId: string): string => fnv(caseId, 0x811c9dc5) + fnv(caseId, 0x2f0b4c47);

/** Two hexadecimal digits: with 100,000 closings in 256 buckets, one more copies about 650 keys. */
export const bucketOf = (code: string): string => code.slice(1, 3);

export const closingCode = (caseId: string, { closedOn, reopenedOn, supported, reasons }: Closing): string =>
  `c${fingerprint(caseId)}/${closedOn}/${reopenedOn ?? ''}/${supported}/${reasons.join(',')}`;

export const linkCode = (earlierCaseId: string, concernOn: string): string =>
  `l${fingerprint(earlierCaseId)}/${concernOn}`;

/** A closing as a report reads it back, with the first return to safeguarding after it, if there was one. */
export type Followed = { readonly closedOn: string; readonly returnedOn: string | null } & Pick<
  Closing,
  'supported' | 'reasons'
>;

type Open = {
  closedOn: string;
  returnedOn: string | null;
  supported: Closing['supported'];
  reasons: Closing['reasons'];
};

const readClosing = (code: string): Open => {
  const [, closedOn = '', reopenedOn = '', supported, reasons = ''] = code.split('/');
  return {
    closedOn,
    returnedOn: reopenedOn || null,
    supported: supported as Closing['supported'],
    reasons: reasons.split(',') as Closing['reasons'],
  };
};

const followBucket = (bucket: Readonly<Record<string, number>>): readonly Followed[] => {
  const closings = new Map<string, Open[]>();
  const links: string[] = [];
  for (const [code, count] of Object.entries(bucket)) {
    if (code.startsWith('l')) links.push(code);
    else {
      const found = closings.get(code.slice(1, 17)) ?? [];
      for (let copy = 0; copy < count; copy += 1) found.push(readClosing(code));
      closings.set(code.slice(1, 17), found);
    }
  }
  for (const code of links) {
    const [key = '', concernOn = ''] = code.slice(1).split('/');
    const before = (closings.get(key) ?? []).filter(({ closedOn }) => closedOn <= concernOn);
    const last = before.reduce<Open | undefined>((a, b) => (a && a.closedOn > b.closedOn ? a : b), undefined);
    if (last && (last.returnedOn === null || concernOn < last.returnedOn)) last.returnedOn = concernOn;
  }
  return [...closings.values()].flat();
};

/** Every closing, with its first return: the case opened again, or a later case that was linked to it. */
export const follow = (ledger: Ledger): readonly Followed[] => Object.values(ledger).flatMap(followBucket);
