import { join } from 'node:path';
import { type KeyVault, readRecord } from '@msp/sdk/server';
import { fileVault } from '@msp/sdk/server/node';
import type { Store } from '@msp/sdk/store';
import { TENANT } from './people.js';
import { Trouble } from './trouble.js';

const anotherSecret = (file: string): Trouble =>
  new Trouble(
    `The file ${file} does not hold the secret that what is kept was encrypted with. Put back the file of then: without it nobody can read what people wrote. Or use another folder: MSP_DATA_DIR=another-folder npm start`,
  );

/**
 * The vault of this data folder. Its secret is tried on the newest case, so that a lost or mistaken one is noticed at the start, and not
 * by somebody who opens a case.
 *
 * @throws {Trouble}
 */
export const openVault = async (dataDir: string, store: Store): Promise<KeyVault> => {
  const file = join(dataDir, 'vault-secret');
  try {
    const vault = await fileVault(file);
    const [newest] = (await store.listCases(TENANT, { limit: 1 })).cases;
    if (newest) await readRecord({ store, vault }, TENANT, newest.caseId);
    return vault;
  } catch (error) {
    const isUnreadable = (error as { code?: unknown } | null)?.code === 'words-unreadable';
    throw isUnreadable || error instanceof TypeError ? anotherSecret(file) : error;
  }
};
