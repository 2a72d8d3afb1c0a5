import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createActor } from 'xstate';
import { guards } from '../case/chart.guards.js';
import { leavesOf } from '../case/compiled.js';
import { mspMachine } from '../machine.js';
import { given, journeys } from '../testing/index.js';
import { guardWords } from './guard-words.js';
import { toMermaid } from './mermaid.js';
import { toPicture } from './picture.js';

const picture = toPicture();

test('every guard of the chart has its plain words, and no word is left over', () => {
  assert.deepEqual(Object.keys(guardWords).sort(), Object.keys(guards).sort());
});

test('every state at rest is in the picture, and every way leads from a state to a state', () => {
  const paths = new Set(picture.states.map(({ path }) => path));
  for (const region of ['journey', 'danger', 'advocacy', 'voice'] as const) {
    for (const { key } of leavesOf(region)) assert.ok(paths.has(`${region}.${key}`), key);
  }
  for (const { from, to, event, roles, sentence } of picture.edges) {
    assert.ok(paths.has(from) && paths.has(to), `${event}: ${from} to ${to}`);
    assert.ok(roles.length > 0 && sentence.endsWith('.'));
  }
  assert.ok(picture.edges.length > 40);
});

test('what closes a case, by whom', () => {
  assert.deepEqual(
    picture.edges.filter(({ to }) => to === 'journey.closed'),
    [
      {
        from: 'journey.stepDown',
        to: 'journey.closed',
        event: 'case.closed',
        sentence: 'Close the case.',
        roles: ['practitioner', 'manager'],
      },
    ],
  );
});

test('the picture is plain JSON, and the same on every run', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(picture)), picture);
  assert.deepEqual(toPicture(), picture);
});

/** The grammar of a state diagram as far as it is used here. */
const isLine = (text: string): boolean =>
  /^\s*(stateDiagram-v2|state "\w+" as \w+( \{)?|\[\*\] --> \w+|\}|\w+ --> \w+ : [^:;#{}"]+|)$/.test(text);

test('the Mermaid diagram is well formed, names each state once and shows every way', () => {
  const text = toMermaid();
  const lines = text.split('\n');
  assert.deepEqual(
    lines.filter((one) => !isLine(one)),
    [],
  );
  assert.equal(text.split('{').length, text.split('}').length);
  const named = lines.flatMap((one) => /^\s*state "\w+" as (\w+)/.exec(one)?.[1] ?? []);
  assert.deepEqual(named.length, new Set(named).size);
  assert.equal(named.length, picture.states.length);
  const used = lines.flatMap((one) => /^\s*(\w+) --> (\w+)/.exec(one)?.slice(1) ?? []);
  for (const id of used) assert.ok(named.includes(id), id);
  for (const { event } of picture.edges) assert.ok(text.includes(event), event);
});

test('the machine runs in an actor, tells an inspector each event, and comes to the same state as the engine', () => {
  const { case: end } = given(...journeys.closed);
  const seen: string[] = [];
  const actor = createActor(mspMachine, {
    inspect: (inspected) => {
      if (inspected.type === '@xstate.event') seen.push(inspected.event.type);
    },
  }).start();
  for (const event of end.entries) actor.send(event);
  assert.deepEqual(actor.getSnapshot().value, end.state);
  for (const { type } of end.entries) assert.ok(seen.includes(type), type);
  const kept = JSON.parse(JSON.stringify(actor.getPersistedSnapshot())) as ReturnType<
    typeof actor.getPersistedSnapshot
  >;
  assert.deepEqual(createActor(mspMachine, { snapshot: kept }).start().getSnapshot().value, end.state);
});
