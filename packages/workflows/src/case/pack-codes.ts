import type { Blocker } from '../kit/rule.js';
import type { Policy } from '../policy/policy.schema.js';
import type { CaseEvent } from './events.js';
import { invalid } from './validate.js';

type Coded = readonly { readonly code: string }[];

const among = (known: Coded, used: readonly string[], path: (index: number) => string): Blocker[] =>
  used.flatMap((code, index) =>
    known.some((one) => one.code === code)
      ? []
      : [invalid(path(index), `has to be one of: ${known.map((one) => one.code).join(', ')}`)],
  );

const at =
  (path: string) =>
  (index: number): string =>
    `${path}.${index}`;

/** Codes that the pack in force does not have: points of the test, grounds, reasons, kinds of support. */
export const unknownToPack = (policy: Policy, event: CaseEvent): Blocker[] => {
  switch (event.type) {
    case 'threshold.limbAssessed':
      return among(policy.limbs, [event.data.limb], () => 'limb');
    case 'threshold.decided':
      return [
        ...among(policy.routes, [event.data.route], () => 'route'),
        ...(event.data.ground ? among(policy.redirectionGrounds, [event.data.ground], () => 'ground') : []),
      ];
    case 'wishes.overridden':
      return among(policy.overrideGrounds, event.data.grounds, at('grounds'));
    case 'information.shared':
      return event.data.ground === 'agreed' ? [] : among(policy.overrideGrounds, [event.data.ground], () => 'ground');
    case 'closure.explored':
      return [
        ...among(policy.closingReasons, event.data.reasons, at('reasons')),
        ...among(policy.supportKinds, event.data.alternativesOffered, at('alternativesOffered')),
      ];
    case 'support.offered':
      return among(policy.supportKinds, [event.data.kind], () => 'kind');
    default:
      return [];
  }
};
