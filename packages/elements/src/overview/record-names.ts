import type { CaseView, Policy } from '@msp/workflows';
import { dayWords, readings } from '../stage/readings.js';

/** What ids inside a case stand for, by field and id: `outcomeId:o1`. */
export type Names = ReadonlyMap<string, { readonly words: string; readonly quoted: boolean }>;

/** The words behind the ids of this case: what was wanted, which help was offered, who was asked, which entry. */
export function namesIn(view: CaseView, policy: Policy, eventWords: (type: string) => string): Names {
  const names = new Map<string, { words: string; quoted: boolean }>();
  for (const { type, data } of readings(view)) {
    if (type === 'outcome.expressed') names.set(`outcomeId:${data.outcomeId}`, { words: data.words, quoted: true });
    if (type === 'enquiry.caused') names.set(`enquiryId:${data.enquiryId}`, { words: data.to, quoted: false });
    if (type === 'support.offered') {
      const kind = policy.supportKinds.find(({ code }) => code === data.kind)?.words ?? '';
      names.set(`supportId:${data.supportId}`, { words: kind, quoted: false });
    }
  }
  for (const { id, type, at } of view.entries) {
    names.set(`entryId:${id}`, { words: `${eventWords(type)}, ${dayWords(at)}`, quoted: false });
  }
  return names;
}
