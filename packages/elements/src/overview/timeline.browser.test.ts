import { expect, fixtureCleanup, fixtureSync, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { eventSchemas, eventTypes } from '@msp/workflows';
import type { EntryView, Role } from '@msp/workflows';
import type { MspClient } from '@msp/sdk';
import { idOf, journeys, people, written as w } from '@msp/workflows/testing';
import type { Written } from '@msp/workflows/testing';
import '../define/msp-timeline.js';
import { faults } from '../kit/dom.fixture.js';
import { memoryDesk } from '../kit/memory-client.fixture.js';
import { settle, textIn } from './overview.fixture.js';

const mount = async (client: MspClient, caseId: string) => {
  const main = fixtureSync(html`<main><msp-timeline case-id=${caseId} .client=${client}></msp-timeline></main>`);
  await settle(main);
  await waitUntil(() => !main.querySelector('msp-timeline')?.shadowRoot?.querySelector('[aria-busy]'), 'it came');
  const root = main.querySelector('msp-timeline')?.shadowRoot;
  if (!root) throw new Error('no timeline');
  return { main, root, text: () => textIn(main) };
};

const show = async (events: readonly Written[], role: Role = 'practitioner') => {
  const desk = memoryDesk({ events });
  return mount(desk.as(role), desk.caseIds[0] ?? '');
};

/** A record that a server might give: any entries, whatever the engine would say of them together. */
const showEntries = async (entries: readonly Partial<EntryView>[], role: Role = 'practitioner') => {
  const whole = entries.map((entry, index) => ({
    id: idOf(index),
    caseId: 'case',
    sequence: index + 1,
    at: '2026-03-02T09:00:00Z',
    by: people.practitioner,
    data: {},
    ...entry,
  }));
  const view = { caseId: 'case', role, version: whole.length, whole: false, stage: 'threshold', entries: whole };
  const answer = { caseId: 'case', reference: 'MSP-4K7Q-29XD', version: whole.length, view };
  return mount({ readCase: () => Promise.resolve(answer) } as unknown as MspClient, 'case');
};

const names = (root: ShadowRoot): string[] => [...root.querySelectorAll('.name')].map((name) => name.textContent);

describe('the timeline', () => {
  it('shows every kind of event in words, with no code and no name of a field left', async () => {
    const { root, text, main } = await showEntries(eventTypes.map((type) => ({ type })));
    expect(names(root)).to.have.length(eventTypes.length);
    for (const type of eventTypes) expect(text()).not.to.contain(type);
    expect(await faults(main)).to.deep.equal([]);
  });

  it('shows a whole journey without a code, to staff and to the person', async () => {
    const fields = Object.values(eventSchemas).flatMap((schema) => {
      const { shape = {} } = (schema as unknown as { _zod: { def: { shape?: object } } })._zod.def;
      return Object.keys(shape);
    });
    const codes = [...fields.filter((name) => /[A-Z]/.test(name)), 'statutoryEnquiry', 'tooMuchProcess', 'undefined'];
    for (const role of ['practitioner', 'person'] as const) {
      const { text, main } = await show(journeys.closed, role);
      for (const code of codes) expect(text(), `${role}: ${code}`).not.to.contain(code);
      expect(await faults(main)).to.deep.equal([]);
      fixtureCleanup();
    }
  });

  it('groups by day, and turns the order round on request', async () => {
    const { root, main } = await showEntries([
      { type: 'concern.raised', at: '2026-03-02T23:30:00Z' },
      { type: 'concern.acknowledged', at: '2026-03-03T09:00:00Z' },
      { type: 'conversation.held', at: '2026-03-03T10:00:00Z' },
    ]);
    const days = (): string[] => [...root.querySelectorAll('.day .heading-small')].map((day) => day.textContent);
    expect(days()).to.deep.equal(['3 March 2026', '2 March 2026']);
    expect(names(root)[0]).to.equal('Talked with the person');
    root.querySelector('button')?.click();
    await settle(main);
    expect(days()).to.deep.equal(['2 March 2026', '3 March 2026']);
    expect(names(root)[0]).to.equal('A concern was raised');
    expect(root.querySelector('button')?.textContent.trim()).to.equal('Show the newest first');
  });

  it('says when something was written down later than it happened, and only then', async () => {
    const { root } = await showEntries([
      { type: 'conversation.held', at: '2026-03-02T09:00:00Z', recordedAt: '2026-03-04T16:05:00Z' },
      { type: 'safety.rated', at: '2026-03-04T16:05:00Z', recordedAt: '2026-03-04T16:05:01Z' },
    ]);
    const [safety, talk] = [...root.querySelectorAll('.entry')].map((entry) => entry.textContent);
    expect(talk).to.contain('Written down on 4 March 2026 at 16:05');
    expect(safety).not.to.contain('Written down');
  });

  it('names staff to staff, and to the person only in which role somebody wrote', async () => {
    expect((await show(journeys.heard)).text()).to.contain('by a practitioner (practitioner-1, Larkshire Council)');
    const own = (await show(journeys.heard, 'person')).text();
    expect(own).to.contain('by somebody at the council');
    expect(own).not.to.contain('practitioner-1');
    expect(own).to.contain('In your own words');
  });

  it('shows the words behind an id, never the id', async () => {
    const { root, text } = await show(journeys.closed);
    const reviewed = root.querySelector('[data-type="outcome.reviewed"]');
    expect(reviewed?.querySelector('blockquote')?.textContent).to.contain('I want to look after my own money.');
    expect(root.querySelector('[data-type="support.accepted"]')?.textContent).to.contain('needs assessment');
    expect(text()).not.to.match(/\b[os]1\b/);
  });

  it('shows both readings of a corrected entry, who put it right and why', async () => {
    const entryId = idOf(3);
    const { root } = await show([
      ...journeys.heard,
      w('entry.corrected', {
        entryId,
        because: 'It was on the phone',
        data: { with: ['person'], how: 'phone', freeToSpeak: 'yes', words: 'I want to shop again.' },
      }),
    ]);
    const talk = root.querySelector('[data-type="conversation.held"]');
    const readings = [...(talk?.querySelectorAll('.readings > div') ?? [])].map((one) => one.textContent);
    expect(readings[0]).to.match(/It says now:.*By phone.*I want to shop again\./s);
    expect(readings[1]).to.match(/It said before:.*In person.*I want to do my own shopping again\./s);
    expect(talk?.textContent).to.contain('Put right on 2 March 2026 by a practitioner');
    expect(talk?.textContent).to.contain('Why: It was on the phone');
    expect(root.querySelector('[data-type="entry.corrected"]')?.textContent).to.contain(
      'Talked with the person, 2 March 2026',
    );
  });

  it('keeps an entry that was struck out, and says that it no longer counts', async () => {
    const { root } = await show([
      ...journeys.heard,
      w('entry.corrected', { entryId: idOf(3), because: 'Another person' }),
    ]);
    const talk = root.querySelector('[data-type="conversation.held"]');
    expect(talk?.textContent).to.contain('This no longer counts.');
    expect(talk?.textContent).to.contain('Why: Another person');
    expect(talk?.textContent).to.contain('I want to do my own shopping again.');
  });

  it('fits a small phone', async () => {
    await setViewport({ width: 320, height: 700 });
    await show(journeys.closed);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({ width: 1024, height: 768 });
  });
});
