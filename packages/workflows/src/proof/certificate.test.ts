import assert from 'node:assert/strict';
import { hash as sha256 } from 'node:crypto';
import { test } from 'node:test';
import { certificates } from '../policy/certificates.js';
import { englandCareAct } from '../policy/england-care-act.js';
import { larkshireCouncil } from '../policy/larkshire.js';
import { scotlandASP } from '../policy/scotland-asp.js';
import { walesSSWBA } from '../policy/wales-sswba.js';
import { certify, checkCertificate } from './certificate.js';
import type { Proof } from './prove.js';

const hash = (text: string): string => sha256('sha256', text, 'hex');
const of = (policy: typeof englandCareAct) => checkCertificate(policy, certificates[policy.id], { hash });

test('every pack that is shipped is the one that was proven', () => {
  for (const policy of [englandCareAct, walesSSWBA, scotlandASP, larkshireCouncil]) {
    assert.deepEqual(of(policy), { status: 'proven' }, `${policy.id}: prove it again (npm run proof:packs)`);
  }
});

test('a pack that was never proven, was changed, or was proven with another engine is said loudly', () => {
  const certificate = certificates['england-care-act'];
  const status = (policy: typeof englandCareAct, given: typeof certificate) =>
    checkCertificate(policy, given, { hash });
  for (const [found, expected] of [
    [status(englandCareAct, undefined), 'not-proven'],
    [status({ ...englandCareAct, adultFrom: 16 }, certificate), 'pack-changed'],
    [status(englandCareAct, certificate && { ...certificate, engine: '0.0.1' }), 'engine-changed'],
  ] as const) {
    assert.equal(found.status, expected);
    assert.match('warning' in found ? found.warning : '', /“England: Care Act 2014”.*prove\(policy\)/);
  }
});

test('only a proof without a fault, of this very pack, gives a certificate', () => {
  const proof: Proof = {
    ok: true,
    policy: { id: englandCareAct.id, version: englandCareAct.version },
    engine: '0.1.0',
    states: 1,
    edges: 1,
    walks: [],
    faults: [],
  };
  assert.deepEqual(certify(englandCareAct, proof, { hash }), certificates['england-care-act']);
  assert.equal(certify(englandCareAct, { ...proof, ok: false }, { hash }), undefined);
  assert.equal(certify(walesSSWBA, proof, { hash }), undefined);
  assert.equal(certify({ ...englandCareAct, version: '2' }, proof, { hash }), undefined);
});
