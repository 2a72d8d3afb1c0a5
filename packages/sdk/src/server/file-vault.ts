import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type KeyVault, localVault, newVaultSecret } from './privacy/vault.js';

const isCode = (error: unknown, code: string): boolean => (error as { code?: unknown } | null)?.code === code;

/** A secret a line. */
const read = async (file: string): Promise<Uint8Array[]> =>
  (await readFile(file, 'utf8'))
    .trim()
    .split(/\s+/)
    .map((line) => Uint8Array.from(Buffer.from(line, 'base64url')));

const readOrMake = async (file: string): Promise<Uint8Array[]> => {
  try {
    return await read(file);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const secret = newVaultSecret();
  const whole = `${file}.${process.pid}.${Buffer.from(newVaultSecret().slice(0, 6)).toString('hex')}`;
  await writeFile(whole, `${Buffer.from(secret).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  try {
    // A name that is given to a whole file: nobody ever reads half of it, and if another start was faster, its secret stays.
    await link(whole, file);
    return [secret];
  } catch (error) {
    if (isCode(error, 'EEXIST')) return read(file);
    throw error;
  } finally {
    await unlink(whole);
  }
};

/**
 * A vault whose secret is in a file that only this user can read: made at the first start. For development, and for a council without a
 * key service: keep the file out of the database's backups, and keep a copy of it where fire does not reach both.
 *
 * While a secret is replaced by another, the file has a line for each: the first wraps, all unwrap. It is read at the start alone.
 *
 * @throws {TypeError} where a line of the file holds no secret of 32 bytes; and what the file system says
 */
export const fileVault = async (file: string): Promise<Required<KeyVault>> => localVault(await readOrMake(file));
