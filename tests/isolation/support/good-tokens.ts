import { type KeyObject, generateKeyPairSync, sign } from 'node:crypto';
import type { Random } from './random.js';

export const ISSUER = 'https://portal.example';
export const AUDIENCE = 'msp';
export const NOW = new Date('2026-03-20T10:00:00.000Z');

export const seconds = NOW.getTime() / 1000;

type Signer = {
  readonly kid: string;
  readonly alg: 'ES256' | 'EdDSA';
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
};

const signer = (kid: string, alg: Signer['alg']): Signer => ({
  kid,
  alg,
  ...(alg === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519')),
});

/** Two who may sign, and the same two names held by somebody whom nobody knows. */
export const signers = [signer('portal-1', 'ES256'), signer('portal-2', 'EdDSA')] as const;
const strangers = [signer('portal-1', 'ES256'), signer('portal-2', 'EdDSA')] as const;

export const publicKeys = signers.map(({ kid, alg, publicKey }) => ({
  ...publicKey.export({ format: 'jwk' }),
  kid,
  alg,
}));

export const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

export const signed = (header: object, payload: unknown, { alg, privateKey }: Signer): string => {
  const input = `${encode(header)}.${encode(payload)}`;
  const key = alg === 'ES256' ? ({ key: privateKey, dsaEncoding: 'ieee-p1363' } as const) : privateKey;
  return `${input}.${sign(alg === 'ES256' ? 'sha256' : null, Buffer.from(input), key).toString('base64url')}`;
};

/** A token that is good, and what it consists of. */
export type Good = {
  readonly token: string;
  readonly parts: readonly [header: string, payload: string, signature: string];
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly signer: Signer;
  readonly stranger: Signer;
};

const claimsOf = (random: Random): Record<string, unknown> => ({
  iss: ISSUER,
  aud: AUDIENCE,
  sub: `worker-${random.hex(6)}`,
  tenant: `council-${random.below(9)}`,
  role: random.pick(['person', 'practitioner', 'manager', 'referrer']),
  org: 'Larkshire Council',
  jti: random.hex(32),
  iat: seconds - random.below(60),
  exp: seconds + 30 + random.below(300),
  ...(random.below(3) === 0 && { case: `01960000-0000-7000-8000-${random.hex(12)}` }),
  ...(random.below(4) === 0 && { once: true }),
});

export const aGoodToken = (random: Random): Good => {
  const which = random.below(2);
  const [own, stranger] = [signers[which] ?? signers[0], strangers[which] ?? strangers[0]];
  const header = { alg: own.alg, kid: own.kid, typ: 'msp+jwt' };
  const claims = claimsOf(random);
  const token = signed(header, claims, own);
  return { token, parts: token.split('.') as unknown as Good['parts'], header, claims, signer: own, stranger };
};
