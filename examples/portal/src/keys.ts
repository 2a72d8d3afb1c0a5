import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newKeyPair } from '@msp/sdk/server';

export type KeyPair = Awaited<ReturnType<typeof newKeyPair>>;

const isCode = (error: unknown, code: string): boolean => (error as { code?: unknown } | null)?.code === code;

/**
 * The pair of keys with which this back end signs its tokens: made at the first start and kept where only this user can read it.
 * A real portal takes the private one from its own vault.
 */
export const signingKeys = async (dataDir: string): Promise<KeyPair> => {
  const file = join(dataDir, 'signing-key.json');
  const read = async (): Promise<KeyPair> => JSON.parse(await readFile(file, 'utf8')) as KeyPair;
  try {
    return await read();
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const made = await newKeyPair();
  try {
    // `wx`: if another start was faster, its key stays.
    await writeFile(file, JSON.stringify(made), { flag: 'wx', mode: 0o600 });
    return made;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return read();
    throw error;
  }
};
