import { base64url } from 'jose';

/** AES-256-GCM, by the platform. `about` is not secret, and has to be the same again, or nothing is read. */
const ALGORITHM = 'AES-GCM';
const IV_BYTES = 12;
const FORM = 'v1';

/** 32 random bytes, or a key made of them. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

export const randomBytes = (count: number): Bytes => crypto.getRandomValues(new Uint8Array(count));

export const keyOf = (bytes: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, ALGORITHM, false, ['encrypt', 'decrypt']);

export const encrypt = async (key: CryptoKey, plain: Bytes, about: string): Promise<string> => {
  const iv = randomBytes(IV_BYTES);
  const secret = await crypto.subtle.encrypt(
    { name: ALGORITHM, iv, additionalData: encoder.encode(about) },
    key,
    plain,
  );
  return [FORM, base64url.encode(iv), base64url.encode(new Uint8Array(secret))].join('.');
};

/** What was encrypted could not be read: it was changed, belongs elsewhere, or the key is another one. It says nothing of it. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  readonly code = 'words-unreadable';
  constructor() {
    super('What was encrypted cannot be read with this key. Is the vault the one that it was written with?');
  }
}

/** @throws {UnreadableError} */
export const decrypt = async (key: CryptoKey, text: string, about: string): Promise<Bytes> => {
  const [form, iv = '', secret = ''] = text.split('.');
  try {
    if (form !== FORM) throw new UnreadableError();
    const how = {
      name: ALGORITHM,
      iv: new Uint8Array(base64url.decode(iv)),
      additionalData: encoder.encode(about),
    };
    return new Uint8Array(await crypto.subtle.decrypt(how, key, new Uint8Array(base64url.decode(secret))));
  } catch {
    throw new UnreadableError();
  }
};
