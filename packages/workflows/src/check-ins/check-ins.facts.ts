import type { EventData } from '../case/events.js';
import { own } from '../kit/own.js';
import type { Slice } from '../kit/slice.js';

type Route = EventData<'threshold.decided'>['route'];

export type CheckInsFacts = {
  /** Enquiries that another body was asked to make: reported or not. The council stays responsible (Care Act s42(2)). */
  readonly enquiries: Readonly<Record<string, 'caused' | 'reported'>>;
  readonly route: Route | null;
  readonly concludedOn: Route | null;
};

export const checkInsSlice: Slice<CheckInsFacts> = {
  empty: { enquiries: {}, route: null, concludedOn: null },
  on: {
    'threshold.decided': (facts, { data }) => ({ ...facts, route: data.route }),
    'enquiry.caused': (facts, { data }) => ({
      ...facts,
      enquiries: { ...facts.enquiries, [data.enquiryId]: 'caused' },
    }),
    'enquiry.reported': (facts, { data }) =>
      own(facts.enquiries, data.enquiryId)
        ? { ...facts, enquiries: { ...facts.enquiries, [data.enquiryId]: 'reported' } }
        : facts,
    'enquiry.concluded': (facts) => ({ ...facts, concludedOn: facts.route }),
  },
  reopened: () => ({ enquiries: {}, route: null, concludedOn: null }),
};
