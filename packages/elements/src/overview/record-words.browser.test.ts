import { expect } from '@open-wc/testing';
import { englandCareAct, eventSchemas, eventTypes, roles } from '@msp/workflows';
import type { EventType } from '@msp/workflows';
import { recordLines } from './record-lines.js';
import { recordMessages } from './record.messages.js';
import { stageNames } from './stage-names.messages.js';

const texts: Readonly<Record<string, string>> = recordMessages;
const text = (id: string, params: Readonly<Record<string, string | number>> = {}): string =>
  (texts[id] ?? '').replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
const reader = { text, policy: englandCareAct, names: new Map() };

type Schema = { readonly _zod: { readonly def: Def } };
type Def = {
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly entries?: Readonly<Record<string, string>>;
};

/** Every field of an event with its codes, as its schema has them. */
function fieldsOf(
  schema: Schema,
  path: readonly string[] = [],
): { path: readonly string[]; codes: readonly string[] }[] {
  const { shape, innerType, element, entries } = schema._zod.def;
  if (shape) return Object.entries(shape).flatMap(([name, inner]) => fieldsOf(inner, [...path, name]));
  const inner = innerType ?? element;
  if (inner) return fieldsOf(inner, path);
  return [{ path, codes: Object.values(entries ?? {}) }];
}

const schemaOf = (type: EventType): Schema => eventSchemas[type] as unknown as Schema;

/** The data of an event in which only this field is there. */
const only = (path: readonly string[], value: unknown): Record<string, unknown> =>
  path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Record<string, unknown>;

/** Ids that an entry begins, and the other reading of an entry, which is shown beside it. */
const NO_LINE = [
  'outcome.expressed.outcomeId',
  'support.offered.supportId',
  'enquiry.caused.enquiryId',
  'entry.corrected.data',
];

describe('the words of the record', () => {
  it('are there for every event, every role and every stage', () => {
    for (const type of eventTypes) expect(texts, type).to.have.property(`event.${type}`);
    for (const role of roles) expect(texts, role).to.have.property(`record.by.${role}`);
    for (const stage of ['concern', 'threshold', 'outcomes', 'check-ins', 'closure', 'step-down', 'closed']) {
      expect(stageNames).to.have.property(`stage-name.${stage}`);
    }
  });

  it('are there for every field of every event', () => {
    const missing = eventTypes.flatMap((type) =>
      fieldsOf(schemaOf(type)).flatMap(({ path }) => {
        const [line] = recordLines(reader, { type }, only(path, 'something'));
        const name = `${type}.${path.join('.')}`;
        return NO_LINE.includes(name) || (line && line.label !== '') ? [] : [name];
      }),
    );
    expect(missing).to.deep.equal([]);
  });

  it('are there for every code of every field: none is shown as it is stored', () => {
    let codes = 0;
    const raw = eventTypes.flatMap((type) =>
      fieldsOf(schemaOf(type)).flatMap((field) =>
        field.codes.flatMap((code) => {
          codes += 1;
          const [line] = recordLines(reader, { type }, only(field.path, code));
          const [said] = line?.texts ?? [];
          return said === undefined || said === code ? [`${type}.${field.path.join('.')}: ${code}`] : [];
        }),
      ),
    );
    expect(raw).to.deep.equal([]);
    expect(codes, 'codes that were looked at').to.be.greaterThan(200);
  });

  it('have a sentence for “you” only where there is one for everybody else', () => {
    for (const id of Object.keys(texts).filter((one) => one.endsWith('.you'))) {
      expect(texts, id).to.have.property(id.slice(0, -'.you'.length));
    }
  });

  it('leave what somebody wrote as it is, even where it looks like a code', () => {
    const [line] = recordLines(reader, { type: 'case.allocated' }, { to: 'police' });
    expect(line?.texts).to.deep.equal(['police']);
  });

  it('write days as people do, and lists of things line by line', () => {
    const plan = { actions: [{ what: 'Go to the bank', who: 'Sam', by: '2026-04-02' }] };
    expect(recordLines(reader, { type: 'plan.agreed' }, plan)[0]?.texts).to.deep.equal([
      'Go to the bank, Sam, 2 April 2026',
    ]);
    const talk = { with: ['person', 'advocate'] };
    expect(recordLines(reader, { type: 'conversation.held' }, talk)[0]?.texts).to.deep.equal([
      'The person',
      'An advocate',
    ]);
  });

  it('set apart as a quotation what the person said, and not what a worker wrote', () => {
    const quoted = (type: EventType, data: Record<string, unknown>): boolean | undefined =>
      recordLines(reader, { type }, data).find(({ texts: [said] }) => said === 'Mine')?.quoted;
    expect(quoted('conversation.held', { words: 'Mine' })).to.equal(true);
    expect(quoted('closure.explored', { conversation: { words: 'Mine' } })).to.equal(true);
    expect(quoted('closure.requested', { wishOf: 'person', words: 'Mine' })).to.equal(true);
    expect(quoted('closure.requested', { wishOf: 'team', words: 'Mine' })).to.equal(false);
    expect(quoted('outcome.reviewed', { view: 'practitioner', words: 'Mine' })).to.equal(false);
    expect(quoted('concern.raised', { whatHappened: 'Mine' })).to.equal(false);
    expect(quoted('concern.raised', { aboutSelf: 'yes', whatHappened: 'Mine' })).to.equal(true);
    expect(quoted('danger.reported', { what: 'Mine' })).to.equal(false);
  });
});
