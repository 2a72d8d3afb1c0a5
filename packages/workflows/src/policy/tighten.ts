import * as z from 'zod/mini';
import { eventTypes } from '../case/events.js';
import { own } from '../kit/own.js';
import { worded } from './coherent.js';
import { type Coded, type Weaker, hasCode } from './pack-fault.js';
import { type Policy, policySchema } from './policy.schema.js';
import { decisions, openToMore } from './who-records.js';
import { seesLess } from './sees-less.js';

type CodedList = readonly Coded[];

const lost = (path: string, list: CodedList, base: CodedList, why: string): Weaker[] =>
  base.flatMap(({ code }) => (hasCode(list, code) ? [] : [[path, `“${code}” is missing: ${why}`] as const]));

const added = (path: string, list: CodedList, base: CodedList, why: string): Weaker[] =>
  list.flatMap(({ code }, index) =>
    hasCode(base, code) ? [] : [[`${path}.${index}`, `“${code}” is not in the base: ${why}`] as const],
  );

const dropped = (path: string, now: readonly string[], before: readonly string[], why: string): Weaker[] =>
  before.flatMap((code) => (now.includes(code) ? [] : [[path, `“${code}” is missing: ${why}`] as const]));

/** Words, citations and the order of the law are the law’s: a pack says more in `wording`, beside them and not instead. */
const inTheLawsWords = (path: string, list: CodedList, base: CodedList): Weaker[] =>
  list.flatMap((one, index): Weaker[] => {
    const before = base.find(({ code }) => code === one.code);
    return before === undefined || sameEntries(one, before)
      ? []
      : [[`${path}.${index}`, `“${one.code}” is the law’s, in the law’s words.`]];
  });

const sameEntries = (one: object, other: object): boolean => {
  const said = Object.entries(one).filter(([, value]) => value !== undefined);
  const before = new Map(Object.entries(other).filter(([, value]) => value !== undefined));
  return said.length === before.size && said.every(([name, value]) => before.get(name) === value);
};

const limbs = ({ limbs: now }: Policy, { limbs: before }: Policy): Weaker[] => [
  ...lost('limbs', now, before, 'a statutory criterion is never removed.'),
  ...added('limbs', now, before, 'a further criterion would keep people out.'),
  ...inTheLawsWords('limbs', now, before),
  ...(before.every(({ code }, index) => now[index]?.code === code || !hasCode(now, code))
    ? []
    : [['limbs', 'are asked in the order of the law.'] as const]),
];

/** A pack as text, its fields in the order of the schema. */
const written = (pack: Policy): string => JSON.stringify(z.safeParse(policySchema, pack).data);

/** Snapshots name a pack by its id and version alone: two packs of one name would be taken for each other. */
const names = (pack: Policy, base: Policy): Weaker[] =>
  pack.id === base.id && pack.version === base.version && written(pack) !== written(base)
    ? [['id', 'is that of the base: give what differs another id or version.']]
    : [];

/** A council says things in its own words. Which law asks for them is not its to say. */
const citations = ({ wording: now = {} }: Policy, { wording: before = {} }: Policy): Weaker[] =>
  worded.flatMap((code): Weaker[] =>
    own(now, code)?.cites === own(before, code)?.cites
      ? []
      : [[`wording.${code}.cites`, 'is the provision that the base cites.']],
  );

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

/** What is decided may be left to fewer people; what only tells or keeps company may be opened to more. Nothing else moves. */
const roles = (pack: Policy, base: Policy): Weaker[] =>
  eventTypes.flatMap((type): Weaker[] => {
    const path = `mayRecord.${type}`;
    const before = base.mayRecord[type] ?? [];
    const now = pack.mayRecord[type] ?? [];
    return [
      ...(openToMore.includes(type) ? [] : now.filter((role) => !before.includes(role))).map(
        (role) => [path, `${role} does not record this in the base.`] as const,
      ),
      ...(decisions.includes(type) ? [] : before.filter((role) => !now.includes(role))).map(
        (role) => [path, `${role} may record this in the base.`] as const,
      ),
    ];
  });

type Comparison = (pack: Policy, base: Policy) => readonly Weaker[];

/** What may be weaker in a pack than in its base: a pack may add or tighten, and never removes a statutory criterion. */
export const comparisons: readonly Comparison[] = [
  names,
  limbs,
  (pack, base) => (pack.adultFrom === base.adultFrom ? [] : [['adultFrom', `is ${base.adultFrom} by law.`]]),
  (pack, base) => lost('routes', pack.routes, base.routes, 'every way that the law leaves open stays open.'),
  ...(['routes', 'redirectionGrounds', 'overrideGrounds'] as const).map(
    (list): Comparison =>
      (pack, base) =>
        inTheLawsWords(list, pack[list], base[list]),
  ),
  citations,
  (pack, base) => (pack.calendar === base.calendar ? [] : [['calendar', `is that of ${base.calendar}.`]]),
  ({ redirectionGrounds: now }, { redirectionGrounds: before }) =>
    added('redirectionGrounds', now, before, 'nobody is passed on for other reasons.'),
  ({ overrideGrounds: now }, { overrideGrounds: before }) =>
    added('overrideGrounds', now, before, 'a wish is not overridden on other grounds.'),
  ({ closingReasons: now }, { closingReasons: before }) =>
    lost('closingReasons', now, before, 'a reason that people give can be recorded.'),
  reasons,
  ({ supportKinds: now }, { supportKinds: before }) =>
    lost('supportKinds', now, before, 'help that the law names can be offered.'),
  offers,
  (pack, base) =>
    dropped('assessDespiteRefusal', pack.assessDespiteRefusal, base.assessDespiteRefusal, 'the duty is the law’s.'),
  ({ secondLookOn: now = [] }, { secondLookOn: before = [] }) =>
    dropped('secondLookOn', now, before, 'a second look is never dropped.'),
  times,
  roles,
  seesLess,
];
