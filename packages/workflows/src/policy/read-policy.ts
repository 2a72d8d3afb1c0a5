import * as z from 'zod/mini';
import { misfits } from '../case/validate.js';
import { incoherences } from './coherent.js';
import { own } from '../kit/own.js';
import { type PolicyFault, fault } from './pack-fault.js';
import { type Policy, policySchema } from './policy.schema.js';
import { comparisons } from './tighten.js';
import { wrongHands } from './who-records.js';
import { wrongEyes } from './who-sees.js';

/** A pack that can be used, or everything that is wrong with it. */
export type ReadPolicy =
  { readonly ok: true; readonly policy: Policy } | { readonly ok: false; readonly faults: readonly PolicyFault[] };

const refused = (faults: readonly PolicyFault[]): ReadPolicy => ({ ok: false, faults });

type Check = (policy: Policy) => readonly PolicyFault[];

const checksFor = (base: Policy | undefined): readonly Check[] => [
  ...incoherences,
  wrongHands,
  wrongEyes,
  ...(base
    ? comparisons.map(
        (compare): Check =>
          (policy) =>
            compare(policy, base).map(([path, message]) => fault('weaker', path, message)),
      )
    : []),
];

/** A check would read a field that does not fit the schema. */
class DoesNotFit extends Error {}

/** The fields of a pack that fit the schema, each by itself. Reading any other ends the check that reads it. */
const whatFits = (value: unknown): Policy => {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  const fitting = new Map<PropertyKey, unknown>();
  for (const [name, schema] of Object.entries(policySchema.shape)) {
    const read = z.safeParse(schema, own(given, name));
    if (read.success) fitting.set(name, read.data);
  }
  return new Proxy({} as Policy, {
    get: (_, name) => {
      if (!fitting.has(name)) throw new DoesNotFit();
      return fitting.get(name);
    },
  });
};

const withWhatFits = (policy: Policy, checks: readonly Check[]): PolicyFault[] =>
  checks.flatMap((check) => {
    try {
      return check(policy);
    } catch (thrown) {
      if (thrown instanceof DoesNotFit) return [];
      throw thrown;
    }
  });

/**
 * A pack from data, or everything that is wrong with it, all at once: what does not fit the schema; codes that are there twice or
 * missing; events that nobody or the wrong people may record; views that show too much; and, with a base (England, Wales or
 * Scotland), whatever is weaker than it. A field that does not fit the schema is named, and what fits is judged all the same. A pack
 * may add or tighten, and never removes a statutory criterion. Never throws, whatever value it is given.
 */
export const readPolicy = (value: unknown, { base }: { readonly base?: Policy } = {}): ReadPolicy => {
  const checks = checksFor(base);
  try {
    const read = z.safeParse(policySchema, value);
    if (!read.success) {
      const misfit = misfits(policySchema, value).map(({ path = '', message }) => fault('schema', path, message));
      return refused([...misfit, ...withWhatFits(whatFits(value), checks)]);
    }
    const faults = checks.flatMap((check) => check(read.data));
    return faults.length > 0 ? refused(faults) : { ok: true, policy: read.data };
  } catch {
    // Whatever is given may run code of its own when it is read, so even reading it can fail.
    return refused([fault('schema', '', 'The pack cannot be read: it has to be plain data.')]);
  }
};
