import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { eventSchemas, eventTypes } from '@msp/workflows';
import type { EventType, Role } from '@msp/workflows';
import { buildEvent, journeys, written as w } from '@msp/workflows/testing';
import type { Written } from '@msp/workflows/testing';
import '../define/msp-case-list.js';
import '../define/msp-case.js';
import { allThatIsThere, faults } from '../kit/dom.fixture.js';
import { memoryDesk } from '../kit/memory-client.fixture.js';
import { overviewMessages } from './overview.messages.js';
import { codeWords, readable } from './readable.js';
import { englandCareAct } from '@msp/workflows';

const show = async (role: Role, events: readonly Written[]) => {
  fixtureCleanup();
  const desk = memoryDesk({ events });
  const element = await fixture(
    html`<main><msp-case case-id=${desk.caseIds[0] ?? ''} .client=${desk.as(role)}></msp-case></main>`,
  );
  const found = element.querySelector('msp-case');
  if (!found) throw new Error('no case on the page');
  await waitUntil(() => found.shadowRoot?.querySelector('.page'), 'the case is shown');
  await new Promise((resolve) => setTimeout(resolve, 50));
  return { desk, element, text: () => allThatIsThere(found) };
};

const states: Record<string, readonly Written[]> = {
  concern: journeys.aConcern,
  'concern with danger': [w('concern.raised', { whatHappened: 'Shouting', immediateDanger: 'yes' })],
  threshold: journeys.allLimbsMet,
  outcomes: journeys.statutoryEnquiry,
  'check-ins': journeys.underWay,
  closure: journeys.reviewing,
  'step-down': journeys.stepDown,
  closed: journeys.closed,
};

describe('a case on screen', () => {
  for (const [name, events] of Object.entries(states)) {
    it(`has nothing that axe finds wrong: ${name}, for staff and for the person`, async () => {
      expect(await faults((await show('practitioner', events)).element)).to.deep.equal([]);
      expect(await faults((await show('person', events)).element)).to.deep.equal([]);
    });
  }

  it('shows the person’s own words before anything else', async () => {
    const { element } = await show('practitioner', journeys.underWay);
    const boxes = element.querySelector('msp-case')?.shadowRoot?.querySelectorAll('.box');
    expect(boxes?.[1]?.textContent).to.contain('I want to do my own shopping again.');
    expect(boxes?.[1]?.textContent).to.contain('I want to look after my own money.');
  });

  it('says what is missing in the engine’s own words, with the law', async () => {
    const limbs = journeys.allLimbsMet.filter(([type]) => type !== 'conversation.held');
    const { text } = await show('practitioner', limbs);
    expect(text()).to.contain('Nobody has spoken with the person yet.');
    expect(text()).to.contain('Care Act 2014 s1(3)(e)');
  });

  it('says where the case is by text, not by colour alone', async () => {
    const { element } = await show('practitioner', journeys.underWay);
    const now = element.querySelector('msp-case')?.shadowRoot?.querySelector('[aria-current=step]');
    expect(now?.textContent.replaceAll(/\s+/g, ' ').trim()).to.equal('Enquiry and check-ins (now)');
  });

  it('shows the person a page to read, without forms and without what others must not learn', async () => {
    const secret = [
      w('concern.raised', { whatHappened: 'Shouting', referrer: { name: 'CANARY-NAME' }, whoIsTheRisk: 'CANARY-RISK' }),
      ...journeys.underWay.slice(1),
    ];
    const { element, text } = await show('person', secret);
    const page = element.querySelector('msp-case')?.shadowRoot;
    expect(page?.querySelectorAll('form, msp-anytime, msp-check-in')).to.have.length(0);
    expect(text()).not.to.contain('CANARY');
    expect(text()).to.contain('I want to do my own shopping again.');
  });

  it('fits a small phone', async () => {
    await setViewport({ width: 320, height: 700 });
    for (const events of Object.values(states)) {
      await show('practitioner', events);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    }
    await setViewport({ width: 1024, height: 768 });
  });
});

describe('the timeline', () => {
  it('has words for every event', () => {
    for (const type of eventTypes) expect(overviewMessages, type).to.have.property(`event.${type}`);
  });

  type Def = {
    type: string;
    shape?: Record<string, { _zod: { def: Def } }>;
    innerType?: { _zod: { def: Def } };
    element?: { _zod: { def: Def } };
    entries?: Record<string, string>;
    options?: { _zod: { def: Def } }[];
  };

  const walk = (def: Def, field: (name: string) => void, code: (value: string) => void): void => {
    for (const [name, inner] of Object.entries(def.shape ?? {})) {
      field(name);
      walk(inner._zod.def, field, code);
    }
    for (const value of Object.values(def.entries ?? {})) code(value);
    for (const inner of [def.innerType, def.element, ...(def.options ?? [])]) {
      if (inner) walk(inner._zod.def, field, code);
    }
  };

  it('has words for every field and every code of every event', () => {
    const inside = ['outcomeId', 'supportId', 'enquiryId'];
    const missing = new Set<string>();
    for (const type of eventTypes) {
      walk(
        (eventSchemas[type] as unknown as { _zod: { def: Def } })._zod.def,
        (name) => {
          if (!inside.includes(name) && !(`field.${name}` in overviewMessages)) missing.add(`field.${name}`);
        },
        (value) => {
          if (
            codeWords(
              (id, fallback) => (overviewMessages as Record<string, string>)[id] ?? fallback ?? id,
              englandCareAct,
              value,
            ) === value
          )
            missing.add(`code.${value}`);
        },
      );
    }
    expect([...missing]).to.deep.equal([]);
  });

  it('shows both readings of a corrected entry, and why', async () => {
    const entryId = buildEvent({ number: 3, type: 'conversation.held' as EventType }).id;
    const corrected = w('entry.corrected', {
      entryId,
      because: 'It was on the phone',
      data: { with: ['person'], how: 'phone', freeToSpeak: 'yes' },
    });
    const struck = w('entry.corrected', { entryId, because: 'Another person' });
    const first = (await show('practitioner', [...journeys.heard, corrected])).text();
    expect(first).to.contain('Put right: It was on the phone');
    expect(first).to.contain('By phone');
    expect(first).to.contain('In person');
    expect((await show('practitioner', [...journeys.heard, struck])).text()).to.contain('Struck out: Another person');
  });

  it('writes dates and codes as people do', () => {
    const texts = (id: string, fallback?: string): string =>
      (overviewMessages as Record<string, string>)[id] ?? fallback ?? id;
    expect(
      readable(texts, englandCareAct, { due: '2026-04-02', how: 'inPerson' }).map(({ text }) => text),
    ).to.deep.equal(['2 April 2026', 'In person']);
  });
});

describe('the list of cases', () => {
  const list = async (desk: ReturnType<typeof memoryDesk>) => {
    fixtureCleanup();
    const element = await fixture(
      html`<main><msp-case-list .client=${desk.as('practitioner')}></msp-case-list></main>`,
    );
    const found = element.querySelector('msp-case-list');
    await waitUntil(() => !found?.shadowRoot?.querySelector('[aria-busy]'), 'the list came');
    return { element, root: found?.shadowRoot };
  };

  it('puts danger first and what is closed last, and shows no word that somebody wrote', async () => {
    const desk = memoryDesk(
      { events: journeys.closed },
      { events: journeys.heard },
      { events: states['concern with danger'] ?? [] },
    );
    const { element, root } = await list(desk);
    const rows = [...(root?.querySelectorAll('li') ?? [])].map((row) => row.textContent);
    expect(rows[0]).to.contain('Danger now');
    expect(rows[2]).to.contain('Closed');
    for (const word of ['Ada', 'card', 'Shouting']) expect(allThatIsThere(element)).not.to.contain(word);
    expect(await faults(element)).to.deep.equal([]);
  });

  it('tells which case was chosen by its id alone', async () => {
    const desk = memoryDesk({ events: journeys.heard });
    const { element, root } = await list(desk);
    const chosen = new Promise((resolve) => {
      element.addEventListener('msp-case-selected', (event) => resolve((event as CustomEvent).detail), { once: true });
    });
    root?.querySelector('button')?.click();
    expect(await chosen).to.deep.equal({ caseId: desk.caseIds[0] });
  });

  it('says so when there are none, and when nobody answers', async () => {
    expect(allThatIsThere((await list(memoryDesk())).element)).to.contain('There are no cases yet.');
    const desk = memoryDesk();
    desk.unreachable = true;
    const { element } = await list(desk);
    expect(allThatIsThere(element)).to.contain('Try again');
    expect(await faults(element)).to.deep.equal([]);
  });
});
