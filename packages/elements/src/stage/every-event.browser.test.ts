import { expect } from '@open-wc/testing';
import { eventSchemas, whatCanHappen } from '@msp/workflows';
import type { EventType, Role } from '@msp/workflows';
import { journeys, written as w } from '@msp/workflows/testing';
import type { Written } from '@msp/workflows/testing';
import { shownFields, toData } from '../kit/form/field.js';
import type { Field, Value, Values } from '../kit/form/field.js';
import type { Way } from './event-form.js';
import { StagePage } from './stage.fixture.js';
import '../define/msp-anytime.js';
import '../define/msp-check-in.js';
import '../define/msp-closure.js';
import '../define/msp-outcomes.js';
import '../define/msp-step-down.js';
import '../define/msp-three-point-test.js';

const { acknowledged, allLimbsMet, statutoryEnquiry, outcomeAgreed, underWay, explored, reviewing, stepDown } =
  journeys;
const stop = w('closure.requested', {}, 'person');
const more: readonly Written[] = [
  w('enquiry.caused', { enquiryId: 'e1', to: 'A provider', about: 'Night visits' }),
  w('support.offered', { supportId: 's1', kind: 'housing' }),
];

/** Each stage as it can be met: its element and how the case came there. */
const stages: readonly (readonly [stage: string, tag: string, events: readonly Written[]])[] = [
  ['threshold, nothing known', 'msp-three-point-test', acknowledged],
  ['threshold, all answered', 'msp-three-point-test', allLimbsMet],
  ['outcomes, listening', 'msp-outcomes', statutoryEnquiry],
  ['outcomes, agreeing', 'msp-outcomes', [...statutoryEnquiry, ...outcomeAgreed, ...more]],
  ['check-ins', 'msp-check-in', [...underWay, ...more]],
  ['closure, exploring', 'msp-closure', [...underWay, ...more, stop]],
  ['closure, deciding', 'msp-closure', [...underWay, ...more, stop, explored]],
  ['closure, reviewing', 'msp-closure', [...reviewing, ...more]],
  ['step-down', 'msp-step-down', [...stepDown, ...more]],
];

/** Names something that the case does not have, so that nobody can record it yet. */
const namesNothing = (page: StagePage, type: EventType): boolean => {
  const { outcomes, stepDown: support, checkIns } = page.case.facts;
  const known = {
    outcomeId: type === 'outcome.expressed' ? 1 : Object.keys(outcomes.outcomes).length,
    supportId: type === 'support.offered' ? 1 : Object.keys(support.offers).length,
    enquiryId: type === 'enquiry.caused' ? 1 : Object.keys(checkIns.enquiries).length,
  };
  const shape = (eventSchemas[type] as { def?: { shape?: object } }).def?.shape ?? {};
  return Object.entries(known).some(([name, number]) => name in shape && number === 0);
};

const possible = (page: StagePage, role: Role): EventType[] =>
  whatCanHappen(page.case, role)
    .filter(({ blockers }) => !blockers.some(({ code }) => code === 'wrong-stage' || code === 'role-not-allowed'))
    .map(({ type }) => type)
    .filter((type) => !namesNothing(page, type));

const answerTo = ({ kind, options, fields }: Field): Value => {
  const value = options?.find(({ alone }) => !alone)?.value ?? '';
  if (kind === 'radios' || kind === 'select') return value;
  if (kind === 'checkboxes') return [value];
  if (kind === 'date') return '2026-4-2';
  if (kind === 'items') return [Object.fromEntries((fields ?? []).map((field) => [field.name, answerTo(field)]))];
  return 'Words, “as said”.';
};

/** What this form would record, answered in full or only where it must be. */
function dataOf(way: Way, all: boolean): Record<string, unknown> {
  let values: Values = {};
  for (let again = true; again;) {
    const open = shownFields(way.fields?.(values) ?? [], values).filter(
      ({ name, required }) => values[name] === undefined && (all || required),
    );
    again = open.length > 0;
    const [next] = open;
    if (next) values = { ...values, [next.name]: answerTo(next) };
  }
  return { ...way.given?.('new-1'), ...toData(way.fields?.(values) ?? [], values) };
}

describe('every stage', () => {
  for (const role of ['practitioner', 'manager'] as const) {
    for (const [stage, tag, events] of stages) {
      it(`has a form for every event that a ${role} may record there: ${stage}`, async () => {
        const page = await StagePage.open(tag, events, role);
        const beside = await StagePage.open('msp-anytime', events, role);
        const offered = new Set([...page.element.waysHere, ...beside.element.waysHere].map(({ type }) => type));
        expect(offered.size).to.be.greaterThan(20);
        expect(possible(page, role).filter((type) => !offered.has(type))).to.deep.equal([]);
      });
    }
  }

  for (const [stage, tag, events] of stages) {
    it(`asks for all that the schema of an event wants, and for nothing else: ${stage}`, async () => {
      const page = await StagePage.open(tag, events);
      for (const way of page.element.waysHere) {
        for (const all of [true, false]) {
          const data = dataOf(way, all);
          const { error } = eventSchemas[way.type].safeParse(data);
          const wrong = error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
          expect(wrong, `${way.type}, ${all ? 'in full' : 'as short as can be'}`).to.deep.equal([]);
        }
      }
    });
  }

  it('writes down in any stage what belongs to another', async () => {
    const page = await StagePage.open('msp-three-point-test', allLimbsMet);
    await page.open('other');
    await page.write('other-way', 'support.offered');
    await page.write('other-kind', 'housing');
    await page.save('other');
    await page.open('other');
    await page.write('other-way', 'support.declined');
    const id = Object.keys(page.case.facts.stepDown.offers)[0] ?? '';
    await page.write('other-supportId', id);
    await page.choose('other-noReply-no');
    await page.write('other-because', 'I manage.');
    await page.save('other');
    expect(page.sent.map(({ type }) => type)).to.deep.equal(['support.offered', 'support.declined']);
  });
});
