import assert from 'node:assert/strict';
import { test } from 'node:test';
import { record } from '../case/record.js';
import { buildEvent, journeys, written as w } from '../testing/index.js';
import { englandCareAct } from './england-care-act.js';
import { larkshireCouncil } from './larkshire.js';
import type { Policy } from './policy.schema.js';
import { scotlandASP } from './scotland-asp.js';
import { walesSSWBA } from './wales-sswba.js';
import { council } from './larkshire.fixture.js';
import { at, born, decide, enquiry, explored, stop, takes, under18 } from './packs.fixture.js';
import { scotland } from './scotland-asp.fixture.js';
import { wales } from './wales-sswba.fixture.js';

const { heard } = journeys;

for (const [policy, rows] of [
  [walesSSWBA, wales],
  [scotlandASP, scotland],
  [larkshireCouncil, council],
] as const) {
  for (const [name, ask, england, theirs] of rows) {
    test(`${policy.name}: ${name}`, () => {
      assert.deepEqual(ask(englandCareAct), england, 'England');
      assert.deepEqual(ask(policy), theirs, policy.name);
    });
  }

  test(`${policy.name} decides at least ten of these differently from England`, () => {
    const differ = rows.filter(([, ask]) => JSON.stringify(ask(englandCareAct)) !== JSON.stringify(ask(policy)));
    assert.ok(differ.length >= 10, String(differ.length));
  });

  test(`${policy.name}: a case goes all the way to a good ending`, () => {
    const current = at(
      policy,
      ...enquiry(policy),
      ...journeys.outcomeAgreed,
      journeys.planAgreed,
      ...journeys.reviewing.slice(journeys.underWay.length, -1),
      w('closure.approved', { because: 'Looked at it' }),
      ...journeys.reviewing.slice(-1),
      ...journeys.closed.slice(journeys.reviewing.length),
    );
    assert.equal(current.state.journey, 'closed');
  });
}

test('a person whose age is not known may be passed to children’s services, and one who is 18 may not', () => {
  const passOn = (adult: object) =>
    takes(() => [w('concern.raised', { whatHappened: 'x', adult }), ...heard.slice(1)], ...under18);
  assert.equal(passOn({})(englandCareAct), 'accepted');
  assert.equal(passOn({ ageBand: 'notKnown' })(englandCareAct), 'accepted');
  assert.equal(passOn({ ageBand: 'under18' })(englandCareAct), 'accepted');
  assert.equal(passOn({ ageBand: 'under18' })(scotlandASP), 'accepted');
  assert.equal(passOn({ ageBand: '18-64' })(englandCareAct), 'no-redirection-ground');
  assert.equal(passOn({ dateOfBirth: '2008-03-02' })(englandCareAct), 'no-redirection-ground');
  assert.equal(passOn({ dateOfBirth: '2008-03-03' })(englandCareAct), 'accepted');
});

test('somebody who comes of age while the case is open is an adult when it is decided', () => {
  const current = at(englandCareAct, ...born('2008-03-20'), ...heard.slice(2));
  const [type, data] = under18;
  const decided = (time: string): string => {
    const result = record(current, { ...buildEvent({ number: 9, type, data: data as never }), at: time });
    return result.ok ? 'accepted' : result.blockers.map(({ code }) => code).join(', ');
  };
  assert.equal(decided('2026-03-19T12:00:00Z'), 'accepted');
  assert.equal(decided('2026-03-20T12:00:00Z'), 'no-redirection-ground');
});

test('codes that the pack does not have are refused where they stand', () => {
  const pack: Policy = {
    ...englandCareAct,
    closingReasons: englandCareAct.closingReasons.slice(1),
    routes: englandCareAct.routes.slice(1),
  };
  assert.equal(takes(() => [...heard, stop], ...explored(['feelsSafe']))(pack), 'invalid-data reasons.0');
  assert.equal(takes(() => heard, ...decide('statutoryEnquiry'))(pack), 'invalid-data route');
  const shared = w('information.shared', { to: 'GP', ground: 'courtOrder', personTold: 'yes' });
  assert.equal(takes(() => heard, ...shared)({ ...englandCareAct, overrideGrounds: [] }), 'invalid-data ground');
  const agreed = w('information.shared', { to: 'GP', ground: 'agreed', personTold: 'yes' });
  assert.equal(takes(() => heard, ...agreed)({ ...englandCareAct, overrideGrounds: [] }), 'accepted');
});
