import { ENGINE_VERSION } from '../case/version.js';
import { canonical } from '../ledger/canonical.js';
import type { Hash } from '../ledger/sealed.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Proof } from './prove.js';

/** Says that this very pack was proven with this version of the engine. It ships with the pack. */
export type Certificate = { readonly pack: string; readonly engine: string };

/** What a pack says, as one hash (SHA-256 over its canonical form, RFC 8785). */
export const packHash = (policy: Policy, hash: Hash): string => hash(canonical(policy));

/** The certificate of a proof that found no fault; `undefined` if it found any, or was of another pack. */
export const certify = (policy: Policy, proof: Proof, { hash }: { readonly hash: Hash }): Certificate | undefined =>
  proof.ok && proof.policy.id === policy.id && proof.policy.version === policy.version
    ? { pack: packHash(policy, hash), engine: proof.engine }
    : undefined;

/** How a pack stands with its certificate. Everything but `proven` comes with a sentence to be said loudly. */
export type Certified =
  | { readonly status: 'proven' }
  | { readonly status: 'not-proven' | 'pack-changed' | 'engine-changed'; readonly warning: string };

/** Whether a pack is the one that was proven, with this engine. Ask it where a pack is loaded, and say the warning loudly. */
export const checkCertificate = (
  policy: Policy,
  certificate: Certificate | undefined,
  { hash }: { readonly hash: Hash },
): Certified => {
  const warn = (status: Exclude<Certified['status'], 'proven'>, why: string): Certified => ({
    status,
    warning: `The policy pack “${policy.name}” ${why}. Nobody knows that cases under it are safe and can be closed: run prove(policy) first.`,
  });
  if (!certificate) return warn('not-proven', 'has no certificate of proof');
  if (certificate.pack !== packHash(policy, hash)) return warn('pack-changed', 'is not the one that was proven');
  return certificate.engine === ENGINE_VERSION
    ? { status: 'proven' }
    : warn('engine-changed', 'was proven with another version of the engine');
};
