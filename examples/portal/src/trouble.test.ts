import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { StoreError, type StoreErrorCode } from '@msp/sdk/store';
import { Trouble, sentenceFor } from './trouble.js';

const folder = '/home/somebody/.data';

const named: readonly StoreErrorCode[] = [
  'data-folder-in-use',
  'data-folder-unwritable',
  'data-folder-other-version',
  'unreachable',
  'refused',
  'unsafe-role',
  'unsafe-settings',
  'database-newer',
  'migration-changed',
  'package-missing',
  'port-busy',
  'start-failed',
];

describe('sentenceFor', () => {
  for (const code of named) {
    it(`says what to do about ${code}, in one line, and nothing of what the database said`, () => {
      const sentence = sentenceFor(new StoreError(code, 'Key (name)=(Dorothy Pell) already exists'), folder);
      assert.match(sentence, /(Stop|use|Use|Make|Check|Turn|Update|Run|Try|Look)/);
      assert.doesNotMatch(sentence, /\n|Dorothy|did not start \(/);
    });
  }

  it('tells a database that does not answer from one that does not let it in', () => {
    const silent = sentenceFor(new StoreError('unreachable', ''), folder);
    const closed = sentenceFor(new StoreError('unreachable', '', { sqlState: '28P01' }), folder);
    assert.match(silent, /does not answer/);
    assert.match(closed, /does not let this in \(28P01\).*password/);
  });

  it('names the folder that is meant', () => {
    assert.ok(sentenceFor(new StoreError('data-folder-in-use', 'in use'), folder).includes(folder));
  });

  it('says the same of a folder that Node cannot write to', () => {
    const error = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    assert.equal(sentenceFor(error, folder), sentenceFor(new StoreError('data-folder-unwritable', ''), folder));
  });

  it('passes on a sentence that is one already', () => {
    assert.equal(sentenceFor(new Trouble('Port 8080 is busy.'), folder), 'Port 8080 is busy.');
  });

  it('gives the code of what nobody foresaw, and not its message', () => {
    const error = Object.assign(new Error('what somebody wrote'), { code: 'EOTHER' });
    const sentence = sentenceFor(error, folder);
    assert.ok(sentence.includes('EOTHER'));
    assert.ok(!sentence.includes('what somebody wrote'));
  });
});
