import * as z from 'zod/mini';
import { misfits } from '../case/validate.js';
import { incoherent } from './coherent.js';
import { type PolicyFault, fault } from './pack-fault.js';
import { type Policy, policySchema } from './policy.schema.js';
import { neverLess } from './tighten.js';
import { wrongHands } from './who-records.js';
import { wrongEyes } from './who-sees.js';

/** A pack that can be used, or everything that is wrong with it. */
export type ReadPolicy =
  { readonly ok: true; readonly policy: Policy } | { readonly ok: false; readonly faults: readonly PolicyFault[] };

const refused = (faults: readonly PolicyFault[]): ReadPolicy => ({ ok: false, faults });

/** By its schema alone. Whatever is given may run code of its own when it is read, so even reading it can fail. */
const readShape = (value: unknown): ReadPolicy => {
  try {
    const read = z.safeParse(policySchema, value);
    return read.success
      ? { ok: true, policy: read.data }
      : refused(misfits(policySchema, value).map(({ path = '', message }) => fault('schema', path, message)));
  } catch {
    return refused([fault('schema', '', 'The pack cannot be read: it has to be plain data.')]);
  }
};

/**
 * A pack from data, or what is wrong with it: what does not fit the schema; and once it fits, all at once, codes that are there
 * twice or missing, events that nobody or the wrong people may record, views that show too much, and, with a base (England, Wales
 * or Scotland), whatever is weaker than it. A pack may add or tighten, and never removes a statutory criterion. Never throws,
 * whatever value it is given.
 */
export const readPolicy = (value: unknown, { base }: { readonly base?: Policy } = {}): ReadPolicy => {
  const read = readShape(value);
  if (!read.ok) return read;
  const { policy } = read;
  const faults = [
    ...incoherent(policy),
    ...wrongHands(policy),
    ...wrongEyes(policy),
    ...(base ? neverLess(policy, base).map(([path, message]) => fault('weaker', path, message)) : []),
  ];
  return faults.length > 0 ? refused(faults) : read;
};
