import type { Standing } from './advance.js';
import { keyOf } from './compiled.js';

/** When something happened, as far as a rule compares it with something else: never, before it, or since. */
const against = (when: number, other: number): string => (when === 0 ? '-' : when > other ? '>' : '<');

const flag = (value: boolean): string => (value ? '1' : '0');

const record = (values: Readonly<Record<string, unknown>>, write: (value: never) => string): string => {
  const names = Object.keys(values);
  if (names.length > 1) names.sort();
  let text = '';
  for (const name of names) text += `${name}:${write(values[name] as never)},`;
  return text;
};

const same = (value: string | boolean): string => String(value);

/**
 * What the future of a case depends on, as text: two cases with the same text take the same events, for the same reasons, and go
 * to the same places. Numbers of entries are read as the rules read them: before or after what they are compared with. A test
 * compares cases that share a text.
 */
export const projectionOf = ({ facts, state, context, history }: Standing): string => {
  const { voice, closure, danger, capacity, advocacy, threshold, checkIns, stepDown, outcomes } = facts;
  const asked = closure.requestedAt;
  const approved = closure.approvedAt;
  return [
    keyOf(state.journey),
    state.danger,
    state.advocacy,
    state.voice,
    context.route,
    flag(context.asked) + flag(context.planAgreed) + flag(context.decidedInClosure) + flag(context.closed),
    record(history, same),
    record(threshold.limbs, same),
    threshold.ground,
    flag(facts.concern.raised) + (facts.concern.dateOfBirth ?? '') + (facts.concern.ageBand ?? ''),
    against(voice.personHeardAt, 0) +
      against(voice.representativeHeardAt, asked) +
      against(voice.advocateHeardAt, asked),
    against(voice.notHeldAt, voice.personHeardAt) + flag(voice.representativeConflicted) + flag(voice.endSafetySaid),
    record(voice.wishes, same),
    record(
      voice.overrides,
      ({ lawful, explained, at }: { lawful: boolean; explained: boolean; at: number }) =>
        flag(lawful) + flag(explained) + against(at, asked),
    ),
    record(capacity.lacks, same),
    record(capacity.inBestInterests, same),
    flag(advocacy.considered) + flag(advocacy.needed) + flag(advocacy.requested),
    flag(outcomes.asked),
    record(
      outcomes.outcomes,
      ({ status, reviewedAt, wordedAt }: (typeof outcomes.outcomes)[string]) => status + flag(reviewedAt >= wordedAt),
    ),
    record(checkIns.enquiries, same),
    checkIns.route,
    checkIns.concludedOn,
    flag(asked > 0) + flag(closure.requestedByPerson) + against(approved, 0),
    against(closure.exploredAt, approved) + (closure.exploredBy ?? '') + flag(closure.privacyNotKnown),
    [...closure.reasons].sort().join(),
    against(voice.disagreesWithClosingAt, approved) +
      danger.othersAtRisk.adults +
      danger.othersAtRisk.children +
      against(danger.othersAtRiskAt, approved),
    closure.risk,
    record(
      stepDown.offers,
      (offer: (typeof stepDown.offers)[string]) =>
        `${offer.kind}${offer.answer ?? ''}${flag(offer.handedOver)}${flag(offer.withdrawn)}`,
    ),
    flag(stepDown.notOffered) + flag(stepDown.transferAccepted) + flag(stepDown.closed),
  ].join('|');
};
