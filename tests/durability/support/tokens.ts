import { type Authenticate, jwtAuth, localVault, mintToken, newKeyPair } from '@msp/sdk/server';
import type { Role } from '@msp/workflows';

const issuer = 'https://portal.example';
const audience = 'msp';

export const ORGANISATION = 'council';

/** A secret that is none: the words of these concerns are invented. It outlives the server that is killed. */
export const vault = localVault(new Uint8Array(32).fill(7));

const pair = await newKeyPair({ kid: 'proof-1' });

export type PublicKey = (typeof pair)['publicKey'];
export const publicKey: PublicKey = pair.publicKey;

export const authFor = (key: PublicKey): Authenticate => jwtAuth({ issuer, audience, keys: [key] });

export type Sender = {
  readonly tenant: string;
  readonly subject: string;
  readonly role: Role;
  /** As from a public form, where nobody is signed in: good for one concern. */
  readonly once?: boolean;
};

export const tokenFor = (sender: Sender): Promise<string> =>
  mintToken({ key: pair.privateKey, issuer, audience }, { organisation: ORGANISATION, ttlSeconds: 600, ...sender });
