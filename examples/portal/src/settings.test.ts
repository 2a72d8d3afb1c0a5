import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { readSettings } from './settings.js';
import { Trouble } from './trouble.js';

describe('readSettings', () => {
  it('needs nothing to be set', () => {
    assert.deepEqual(readSettings({}), { port: 8080, dataDir: resolve('.data'), databaseUrl: undefined });
  });

  it('reads the port, the folder and the database', () => {
    const env = { PORT: '9000', MSP_DATA_DIR: '/somewhere', DATABASE_URL: 'postgres://localhost/msp' };
    assert.deepEqual(readSettings(env), {
      port: 9000,
      dataDir: resolve('/somewhere'),
      databaseUrl: 'postgres://localhost/msp',
    });
  });

  for (const port of ['0', '65536', '80a', '-1', '1e3', ' ']) {
    it(`says what to set instead of the port “${port}”`, () => {
      assert.throws(
        () => readSettings({ PORT: port }),
        (error) => error instanceof Trouble && error.message.includes('PORT=8081'),
      );
    });
  }
});
