import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  type Case,
  type CaseEvent,
  type EventType,
  type Role,
  type Viewer,
  eventSchemas,
  openCase,
  roles,
  view,
} from '@msp/workflows';
import { CASE_ID, buildEvent } from '@msp/workflows/testing';

const fixture = new URL('../../../tests/model/fixtures/events.json', import.meta.url);
const { samples } = JSON.parse(readFileSync(fixture, 'utf8')) as { samples: Record<EventType, object> };

type Def = { type: string; format?: string; shape?: object; element?: Schema; innerType?: Schema };
type Schema = { _zod: { def: Def } };

/** The sample with everything that its schema can hold, and each free text saying which it is. */
const fill = (schema: Schema, path: string): unknown => {
  const { type, format, shape, element, innerType } = schema._zod.def;
  if (type === 'optional' && innerType) return fill(innerType, path);
  if (type === 'array' && element) return [fill(element, path)];
  if (type === 'object') {
    return Object.fromEntries(
      Object.entries(shape ?? {}).map(([name, inner]) => [name, fill(inner as Schema, `${path}.${name}`)]),
    );
  }
  return type === 'string' && format === undefined && !path.endsWith('Id') ? `<${path}>` : undefined;
};

const merged = (sample: unknown, canaries: unknown): unknown => {
  if (typeof canaries !== 'object' || canaries === null) return canaries ?? sample;
  if (Array.isArray(canaries)) return canaries.map((one, i) => merged((sample as unknown[] | undefined)?.[i], one));
  const both = { ...(sample as object), ...canaries } as Record<string, unknown>;
  return Object.fromEntries(
    Object.keys(both).map((name) => [
      name,
      merged((sample as Record<string, unknown> | undefined)?.[name], (canaries as Record<string, unknown>)[name]),
    ]),
  );
};

const types = (Object.keys(samples) as EventType[]).filter(
  (type) => !type.startsWith('access.') && type !== 'entry.corrected',
);

const notExplained = (event: CaseEvent): CaseEvent => {
  if (event.type !== 'wishes.overridden') return event;
  const { explained: _, ...data } = event.data;
  return { ...event, data };
};

const caseOf = (change: (event: CaseEvent) => CaseEvent = notExplained): Case => {
  const entries = types.map((type, index) => {
    const data = merged(samples[type], fill(eventSchemas[type] as unknown as Schema, type));
    return change(buildEvent({ number: index + 1, type, data: data as never, by: 'practitioner' }));
  });
  return { ...openCase({ id: CASE_ID }), entries };
};

const textsIn = (value: unknown): string[] => [...new Set(JSON.stringify(value).match(/<[^<>"]+>/g) ?? [])].sort();

const all = textsIn(caseOf().entries);

const seenBy = (current: Case, role: Role, viewer?: Viewer): string[] => textsIn(view(current, role, viewer));

/** Read off the design once more: what the adult does not see. */
const notForThePerson = [
  /^<information\./,
  /^<danger\./,
  /^<checkIn\.(fellDue|wentOverdue)/,
  /^<risk\.assessed/,
  /^<conversation\.notHeld/,
  /^<consultation\./,
  /^<representative\.named/,
  /^<wishes\.overridden/,
  /^<threshold\.limbAssessed/,
  /^<enquiry\.(caused|reported)/,
  /^<meeting\./,
  /^<support\.notOffered/,
  /^<closure\.(overridden|approved)/,
  /^<transfer\./,
  /^<case\.linked/,
  /^<lesson\./,
  /^<feedback\./,
  /^<concern\.raised\.(referrer|whoIsTheRisk|doneAlready|notSpokenBecause)/,
  /^<concern\.acknowledged/,
];

for (const role of ['person', 'representative', 'advocate'] as const) {
  test(`${role}: all about the person, and nothing of others, of who raised it or of what may be dangerous`, () => {
    const expected = all.filter((text) => !notForThePerson.some((pattern) => pattern.test(text)));
    assert.deepEqual(seenBy(caseOf(), role), expected);
    assert.ok(expected.length > 30);
  });
}

test('the person sees who raised it only if they agreed to be named', () => {
  const named = (stayAnonymousToPerson: 'yes' | 'no') =>
    caseOf((event) =>
      event.type === 'concern.raised'
        ? { ...event, data: { ...event.data, referrer: { ...event.data.referrer, stayAnonymousToPerson } } }
        : event,
    );
  assert.ok(seenBy(named('no'), 'person').includes('<concern.raised.referrer.name>'));
  assert.ok(!seenBy(named('yes'), 'person').includes('<concern.raised.referrer.name>'));
});

test('the person sees that somebody went against their wish once they were told of it', () => {
  const told = caseOf((event) =>
    event.type === 'wishes.overridden'
      ? { ...event, data: { ...event.data, explained: { how: 'inPerson', at: '2026-03-02' } } }
      : event,
  );
  const texts = seenBy(told, 'person').filter((text) => text.startsWith('<wishes.overridden'));
  assert.deepEqual(texts, ['<wishes.overridden.proportionate>']);
});

test('whoever raised it sees that it was received and what they were told, and no word of the person', () => {
  assert.deepEqual(seenBy(caseOf(), 'referrer'), ['<feedback.given.said>']);
  assert.equal(view(caseOf(), 'referrer').stage, undefined);
});

test('a partner sees nothing that is not theirs, and nothing at all where it is not known who looks', () => {
  assert.deepEqual(seenBy(caseOf(), 'partner'), []);
  assert.deepEqual(seenBy(caseOf(), 'partner', { id: 'p', organisation: 'St Brannock NHS Trust' }), []);
});

const named = (organisation: string, ...chosen: EventType[]): Case =>
  caseOf((event) => {
    if (!chosen.includes(event.type)) return event;
    const { data } = event as { data: Record<string, unknown> };
    const field = 'from' in data ? 'from' : 'by' in data ? 'by' : 'to';
    return { ...event, data: { ...data, [field]: organisation } } as CaseEvent;
  });

test('a partner sees what it was told and asked, its enquiry with the report, and the help handed to it', () => {
  const viewer = { id: 'p', organisation: 'St Brannock NHS Trust' };
  const kinds = (current: Case) => [...new Set(view(current, 'partner', viewer).entries.map(({ type }) => type))];
  assert.deepEqual(kinds(named(viewer.organisation, 'information.shared')), ['information.shared']);
  assert.deepEqual(kinds(named(viewer.organisation, 'information.requested')), ['information.requested']);
  assert.deepEqual(kinds(named(viewer.organisation, 'transfer.accepted')), ['transfer.accepted']);
  assert.deepEqual(kinds(named(viewer.organisation, 'enquiry.caused')).sort(), ['enquiry.caused', 'enquiry.reported']);
  assert.deepEqual(kinds(named(viewer.organisation, 'support.handedOver')).sort(), [
    'support.confirmed',
    'support.handedOver',
    'support.refused',
  ]);
  const own = caseOf((event) =>
    event.type === 'conversation.held' ? { ...event, by: { ...event.by, organisation: viewer.organisation } } : event,
  );
  assert.deepEqual(kinds(own), ['conversation.held']);
});

test('staff see the whole record; the system sees no word', () => {
  for (const role of ['practitioner', 'manager'] as const) assert.deepEqual(seenBy(caseOf(), role), all);
  assert.deepEqual(seenBy(caseOf(), 'system'), []);
});

test('nobody but staff learns who recorded an entry', () => {
  for (const role of roles.filter((each) => each !== 'practitioner' && each !== 'manager')) {
    assert.ok(!JSON.stringify(view(caseOf(), role)).includes('practitioner-1'), role);
  }
});
