import type { Case } from './case.js';
import type { CaseEvent } from './events.js';

type Told = { readonly to?: unknown; readonly from?: unknown; readonly by?: unknown };

const names = (event: CaseEvent, organisation: string): boolean => {
  const { to, from, by } = (event.data ?? {}) as Told;
  return to === organisation || from === organisation || by === organisation;
};

const idOf = (event: CaseEvent, id: 'supportId' | 'enquiryId'): unknown =>
  (event.data as Readonly<Record<string, unknown>> | undefined)?.[id];

/** The help that was handed to them, or the enquiry that they were asked to make. */
const follows = ({ entries }: Case, event: CaseEvent, organisation: string): boolean =>
  (['supportId', 'enquiryId'] as const).some((id) => {
    const named = idOf(event, id);
    return (
      named !== undefined &&
      entries.some(
        (earlier) =>
          (earlier.type === 'support.handedOver' || earlier.type === 'enquiry.caused') &&
          idOf(earlier, id) === named &&
          names(earlier, organisation),
      )
    );
  });

/** An entry that this organisation recorded, or that tells it, asks it or hands it something. */
export const isTheirs = (current: Case, event: CaseEvent, organisation: string | undefined): boolean =>
  organisation !== undefined &&
  (event.by.organisation === organisation || names(event, organisation) || follows(current, event, organisation));

/** The person was told of this override, then or later. */
export const wasExplained = ({ entries }: Case, event: CaseEvent): boolean => {
  if (event.type !== 'wishes.overridden') return false;
  const from = entries.indexOf(event);
  return entries.some(
    (later, index) =>
      index >= from &&
      later.type === 'wishes.overridden' &&
      later.data.about === event.data.about &&
      later.data.explained !== undefined,
  );
};
