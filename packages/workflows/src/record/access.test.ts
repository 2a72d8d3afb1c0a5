import assert from 'node:assert/strict';
import { test } from 'node:test';
import { view } from '../case/view.js';
import { type Written, given, journeys, written as w } from '../testing/index.js';

const restricted = w('access.restricted', { to: ['practitioner-7'], because: 'Her sister works in the team' });
const opened = (...to: string[]): Written => w('access.opened', { to, because: 'On duty tonight' });

const sees = (
  events: readonly Written[],
  role: 'practitioner' | 'manager' | 'person',
  viewer?: Parameters<typeof view>[2],
) => view(given(...journeys.heard, ...events).case, role, viewer).entries.length > 0;

test('while access is restricted, only staff who are named see the case', () => {
  assert.ok(sees([], 'practitioner'));
  assert.ok(!sees([restricted], 'practitioner'));
  assert.ok(!sees([restricted], 'practitioner', { id: 'practitioner-1', organisation: 'Larkshire Council' }));
  assert.ok(sees([restricted], 'practitioner', { id: 'practitioner-7' }));
});

test('whoever restricted it can still see it, and it can be opened to others, with a reason', () => {
  assert.ok(sees([restricted], 'manager', { id: 'manager-1' }));
  assert.ok(!sees([restricted], 'manager', { id: 'manager-2' }));
  assert.ok(sees([restricted, opened('manager-2')], 'manager', { id: 'manager-2' }));
  assert.ok(sees([restricted, opened('manager')], 'manager', { id: 'manager-3' }));
  assert.ok(
    sees([restricted, opened('Larkshire Council')], 'practitioner', { id: 'p', organisation: 'Larkshire Council' }),
  );
});

test('restricted again, only those who are named now see it', () => {
  assert.ok(!sees([restricted, opened('manager-2'), restricted], 'manager', { id: 'manager-2' }));
});

test('opening what was never restricted changes nothing', () => {
  assert.ok(sees([opened('manager-2')], 'practitioner', { id: 'practitioner-1' }));
});

test('a restricted case says that it is, and nothing more', () => {
  const { case: current } = given(...journeys.heard, restricted);
  assert.deepEqual(view(current, 'practitioner'), {
    caseId: current.id,
    role: 'practitioner',
    version: current.entries.length,
    whole: false,
    restricted: true,
    entries: [],
  });
});

test('the person’s own view is theirs: it never shows who is kept out', () => {
  assert.ok(sees([restricted], 'person'));
  const { case: current } = given(...journeys.heard, restricted);
  assert.ok(!JSON.stringify(view(current, 'person')).includes('sister'));
});
