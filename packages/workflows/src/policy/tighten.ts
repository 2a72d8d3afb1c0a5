import type { Policy } from './policy.schema.js';

/** Where a pack is weaker than its base, and why that may not be. */
type Weaker = readonly [path: string, message: string];

type Coded = readonly { readonly code: string }[];

const lost = (path: string, list: Coded, base: Coded, why: string): Weaker[] =>
  base.flatMap(({ code }) =>
    list.some((one) => one.code === code) ? [] : [[path, `“${code}” is missing: ${why}`] as const],
  );

const added = (path: string, list: Coded, base: Coded, why: string): Weaker[] =>
  list.flatMap(({ code }, index) =>
    base.some((one) => one.code === code)
      ? []
      : [[`${path}.${index}`, `“${code}” is not in the base: ${why}`] as const],
  );

const limbs = (pack: Policy, base: Policy): Weaker[] =>
  base.limbs.flatMap((limb, index): Weaker[] => {
    const same = pack.limbs.find(({ code }) => code === limb.code);
    if (!same) return [['limbs', `“${limb.code}” is missing: a statutory criterion is never removed.`]];
    return same.asks === limb.asks && same.words === limb.words
      ? []
      : [
          [
            `limbs.${index}`,
            `“${limb.code}” is the law’s, in the law’s words: a pack adds words around it, not instead.`,
          ],
        ];
  });

const reasons = (pack: Policy, base: Policy): Weaker[] =>
  pack.closingReasons.flatMap(({ code, choiceMayNotBeFree }, index): Weaker[] =>
    base.closingReasons.find((one) => one.code === code)?.choiceMayNotBeFree === true && choiceMayNotBeFree !== true
      ? [[`closingReasons.${index}.choiceMayNotBeFree`, `“${code}” may not be free: that flag stays.`]]
      : [],
  );

const offers = (pack: Policy, base: Policy): Weaker[] =>
  pack.supportKinds.flatMap(({ code, notThePersonsToAccept }, index): Weaker[] =>
    notThePersonsToAccept === true && base.supportKinds.find((one) => one.code === code)?.notThePersonsToAccept !== true
      ? [[`supportKinds.${index}.notThePersonsToAccept`, `“${code}” is the person’s to accept or not.`]]
      : [],
  );

const times = (pack: Policy, base: Policy): Weaker[] =>
  (Object.keys(base.timescales) as (keyof Policy['timescales'])[]).flatMap((what): Weaker[] =>
    pack.timescales[what] > base.timescales[what]
      ? [[`timescales.${what}`, `is longer than the ${base.timescales[what]} working days of the base.`]]
      : [],
  );

const decisions: readonly string[] = [
  'threshold.limbAssessed',
  'threshold.decided',
  'wishes.overridden',
  'bestInterests.decided',
  'enquiry.concluded',
  'closure.explored',
  'closure.overridden',
  'closure.agreed',
  'closure.approved',
  'review.completed',
  'case.closed',
  'access.restricted',
  'access.opened',
];

/** Who hears the person, speaks for them or warns of danger may be more people, never fewer; who decides may be fewer, never more. */
const roles = (pack: Policy, base: Policy): Weaker[] =>
  Object.entries(base.mayRecord).flatMap(([type, before = []]): Weaker[] => {
    const now = pack.mayRecord[type] ?? [];
    return decisions.includes(type)
      ? now
          .filter((role) => !before.includes(role))
          .map((role) => [`mayRecord.${type}`, `${role} does not decide this.`] as const)
      : before
          .filter((role) => !now.includes(role))
          .map((role) => [`mayRecord.${type}`, `${role} may record this in the base.`] as const);
  });

/** What is weaker in a pack than in its base: a pack may add or tighten, and never removes a statutory criterion. */
export const neverLess = (pack: Policy, base: Policy): Weaker[] => [
  ...limbs(pack, base),
  ...added('limbs', pack.limbs, base.limbs, 'a further criterion would keep people out.'),
  ...(pack.adultFrom === base.adultFrom ? [] : [['adultFrom', `is ${base.adultFrom} by law.`] as const]),
  ...lost('routes', pack.routes, base.routes, 'every way that the law leaves open stays open.'),
  ...added(
    'redirectionGrounds',
    pack.redirectionGrounds,
    base.redirectionGrounds,
    'nobody is passed on for other reasons.',
  ),
  ...added('overrideGrounds', pack.overrideGrounds, base.overrideGrounds, 'a wish is not overridden on other grounds.'),
  ...lost('closingReasons', pack.closingReasons, base.closingReasons, 'a reason that people give can be recorded.'),
  ...reasons(pack, base),
  ...lost('supportKinds', pack.supportKinds, base.supportKinds, 'help that the law names can be offered.'),
  ...offers(pack, base),
  ...base.assessDespiteRefusal.flatMap((ground): Weaker[] =>
    pack.assessDespiteRefusal.includes(ground)
      ? []
      : [['assessDespiteRefusal', `“${ground}” is missing: the duty is the law’s.`]],
  ),
  ...(base.secondLookOn ?? []).flatMap((route): Weaker[] =>
    pack.secondLookOn?.includes(route)
      ? []
      : [['secondLookOn', `“${route}” is missing: a second look is never dropped.`]],
  ),
  ...times(pack, base),
  ...roles(pack, base),
];
