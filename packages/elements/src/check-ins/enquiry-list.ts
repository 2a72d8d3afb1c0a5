import type { Case } from '@msp/workflows';
import { all, last } from '../stage/readings.js';
import type { Reading } from '../stage/readings.js';

/** A part of the enquiry that somebody else was asked to make. The council stays responsible for it. */
export type AskedEnquiry = {
  readonly id: string;
  readonly to: string;
  readonly about: string;
  readonly reportBy?: string | undefined;
  readonly report?: { readonly found: string; readonly enough: 'yes' | 'no' } | undefined;
};

/** Parts of the enquiry that others were asked to make since the case was last opened, each with its last report. */
export const enquiriesOf = (list: readonly Reading[], since = 0): AskedEnquiry[] =>
  all(list, 'enquiry.caused')
    .filter(({ sequence }) => sequence > since)
    .map(({ data: { enquiryId: id, to, about, reportBy } }) => ({
      id,
      to,
      about,
      reportBy,
      report: all(list, 'enquiry.reported').findLast(({ data }) => data.enquiryId === id)?.data,
    }));

/** When the next check-in is planned for, as it was said last. */
export function nextCheckIn(list: readonly Reading[]): string | undefined {
  const planned = list.findLast(
    ({ type, data }) => type === 'checkIn.scheduled' || (type === 'checkIn.recorded' && data.nextDue !== undefined),
  );
  if (planned?.type === 'checkIn.scheduled') return planned.data.due;
  return planned?.type === 'checkIn.recorded' ? planned.data.nextDue : undefined;
}

type Journey = Case['state']['journey'];

/** Where check-ins stand: due or overdue by the chart; else whether one is planned after the last one that was made. */
export function standingOf(journey: Journey, list: readonly Reading[]): 'due' | 'overdue' | 'planned' | 'unplanned' {
  const active = typeof journey === 'object' && 'active' in journey ? journey.active : undefined;
  const state = typeof active === 'object' && 'checkIns' in active ? active.checkIns : undefined;
  if (state === 'due' || state === 'overdue') return state;
  const held = last(list, 'checkIn.recorded');
  const planned = last(list, 'checkIn.scheduled')?.sequence ?? 0;
  return planned > (held?.sequence ?? 0) || held?.data.nextDue !== undefined ? 'planned' : 'unplanned';
}
