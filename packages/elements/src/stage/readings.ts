import type { CaseView, EventData, EventType } from '@msp/workflows';

/** One entry as it reads now: its last correction applied. */
export type Reading<T extends EventType = EventType> = T extends EventType
  ? {
      readonly id: string;
      readonly sequence: number;
      readonly type: T;
      readonly at: string;
      readonly by: { readonly role: string; readonly id?: string };
      readonly data: EventData<T>;
    }
  : never;

/** The record as it reads now, oldest first: corrections applied, entries that were struck out left away. */
export function readings(view: CaseView | undefined): Reading[] {
  const corrections = new Map<unknown, unknown>();
  for (const { type, data } of view?.entries ?? []) {
    if (type === 'entry.corrected') corrections.set(data['entryId'], data['data']);
  }
  return (view?.entries ?? []).flatMap((entry) => {
    const { id, sequence, type, at, by } = entry;
    const data = corrections.has(id) ? corrections.get(id) : entry.data;
    return data === undefined ? [] : [{ id, sequence, type, at, by, data } as Reading];
  });
}

/** Those of one type, oldest first. */
export const all = <T extends EventType>(list: readonly Reading[], type: T): Reading<T>[] =>
  list.filter((reading): reading is Reading<T> => reading.type === type);

export const last = <T extends EventType>(list: readonly Reading[], type: T): Reading<T> | undefined =>
  all(list, type).at(-1);

/** A day, as people write it: 2 April 2026. Takes a day or an instant. */
export const dayWords = (at: string | undefined): string => {
  const date = new Date(at ?? '');
  return Number.isNaN(date.getTime())
    ? ''
    : date.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
};
