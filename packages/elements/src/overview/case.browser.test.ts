import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { blockers } from '@msp/workflows';
import type { CaseEvent } from '@msp/workflows';
import { buildEvent, journeys, written as w } from '@msp/workflows/testing';
import { allThatIsThere, danglingIds, faults, focused, tabTo } from '../kit/dom.fixture.js';
import { memoryDesk } from '../kit/memory-client.fixture.js';
import { CasePage, cases, settle } from './overview.fixture.js';

const withoutTalk = journeys.allLimbsMet.filter(([type]) => type !== 'conversation.held');

/** What the page says to stand in the way, word for word. */
const said = (page: CasePage): string[] =>
  [...page.root.querySelectorAll('.missing [data-code]')].map((item) =>
    item.textContent.replaceAll(/\s+/g, ' ').trim(),
  );

describe('a case on screen', () => {
  for (const [name, events] of Object.entries(cases)) {
    it(`has nothing that axe finds wrong (${name}), for staff and for the person`, async () => {
      for (const role of ['practitioner', 'manager', 'person'] as const) {
        const page = await CasePage.open(events, role);
        expect(await faults(page.main), role).to.deep.equal([]);
        expect(danglingIds(page.root), role).to.deep.equal([]);
        fixtureCleanup();
      }
    });
  }

  it('shows the person’s own words first and large, and apart from them what somebody else said', async () => {
    const page = await CasePage.open(journeys.underWay);
    const [first] = page.all('blockquote');
    expect(first?.textContent).to.equal('I want to do my own shopping again.');
    const size = Number.parseFloat(getComputedStyle(first ?? page.main).fontSize);
    expect(size).to.be.greaterThan(Number.parseFloat(getComputedStyle(page.find('msp-case')).fontSize));
    const apart = page.find('.others').textContent;
    expect(apart).to.contain('She wants her card back and nobody told off.');
    expect(apart).to.contain('As told by whoever raised the concern');
  });

  it('says where words come from, and when somebody may not have been free to speak', async () => {
    const talk = { with: ['person' as const], how: 'phone' as const, words: 'All is well.' };
    const page = await CasePage.open([
      ...journeys.acknowledged,
      w('conversation.held', { ...talk, freeToSpeak: 'notKnown' }),
    ]);
    expect(page.find('.voice figcaption').textContent.replaceAll(/\s+/g, ' ')).to.contain(
      'In a conversation, by phone, 2 March 2026. They may not have been free to speak.',
    );
  });

  it('shows everything that the person wants with what was answered', async () => {
    const page = await CasePage.open([
      ...journeys.underWay,
      w('outcome.expressed', { outcomeId: 'o2', words: 'I want him to say sorry.', saidBy: 'person' }),
      w('outcome.declined', { outcomeId: 'o2', because: 'We cannot make him', insteadOffered: 'A family meeting' }),
    ]);
    const wants = [...page.root.querySelectorAll('.want')].map((want) => want.textContent.replaceAll(/\s+/g, ' '));
    expect(wants[0]).to.match(/I want to look after my own money\..*Agreed/);
    expect(wants[1]).to.match(/say sorry.*Cannot be done.*Why: We cannot make him.*Offered instead: A family meeting/);
  });

  it('says where the case is in words, not by colour alone', async () => {
    const page = await CasePage.open(journeys.underWay);
    const now = [...page.root.querySelectorAll('[aria-current=step]')].map((stage) => stage.textContent.trim());
    expect(now).to.deep.equal(['Enquiry and check-ins (now)']);
    expect(page.root.querySelectorAll('.stages li')).to.have.length(6);
  });

  it('says first of all that somebody is in danger', async () => {
    const page = await CasePage.open(cases['danger'] ?? []);
    expect(page.root.querySelector('header')?.textContent).to.contain('Somebody is in danger now');
    expect((await CasePage.open(journeys.heard)).root.querySelector('.danger')).to.equal(null);
  });

  it('says what stands in the way in exactly the engine’s words, with the law', async () => {
    const page = await CasePage.open(withoutTalk);
    const current = page.desk.caseOf(page.desk.caseIds[0] ?? '');
    const event = buildEvent({
      number: 99,
      type: 'threshold.decided',
      data: { route: 'statutoryEnquiry', because: '-' },
      caseId: current.id,
    }) as CaseEvent;
    const expected = blockers(current, event);
    expect(expected.map(({ code }) => code)).to.deep.equal(['person-not-heard']);
    const found = said(page);
    expect(found).to.have.length(expected.length);
    expected.forEach(({ message, cites }, index) => {
      expect(found[index]).to.contain(`${message} Where this comes from: ${cites}`);
    });
  });

  it('leads from what stands in the way to the form that clears it, and clears it, with the keyboard alone', async () => {
    const page = await CasePage.open(withoutTalk);
    expect(page.root.querySelector('[data-code=person-not-heard]')).to.exist;
    const way = await tabTo(
      (element) => element.closest('[data-code=person-not-heard]') !== null,
      'the way to a conversation',
    );
    expect(way.textContent).to.contain('Do this now:');
    await sendKeys({ press: 'Enter' });
    await settle(page.main);
    expect(focused()?.localName, 'the form is open and has the focus').to.equal('summary');
    expect((focused()?.parentElement as HTMLDetailsElement).open).to.equal(true);
    if (page.all('input[value="conversation.held"]:checked').length === 0) {
      await tabTo((element) => element.matches('input[name$="-way"]'), 'did you talk');
      await sendKeys({ press: 'Space' });
      await settle(page.main);
    }
    await tabTo((element) => element.matches('[id$=with-person]'), 'with the person');
    await sendKeys({ press: 'Space' });
    await tabTo((element) => element.matches('[id$=-how], [id*="-how-"]'), 'how');
    await sendKeys({ press: 'Space' });
    await tabTo((element) => element.matches('[id*=freeToSpeak]'), 'free to speak');
    await sendKeys({ press: 'Space' });
    await tabTo((element) => element.matches('textarea[id$=words]'), 'their words');
    await sendKeys({ type: 'I want my card back.' });
    await tabTo((element) => element.matches('button[type=submit]'), 'save');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => page.root.querySelector('[data-code=person-not-heard]') === null, 'it is cleared');
    await settle(page.main);
    expect(page.find('.voice blockquote').textContent).to.equal('I want my card back.');
    expect(page.find('.facts').textContent).to.contain('Was heard');
    expect(page.find('.missing').textContent).to.contain('Nothing stands in the way.');
    expect(focused(), 'the focus is still on the page').not.to.equal(document.body);
  });

  it('shows the person a calm page about them: no form, no law, nothing that others must not learn', async () => {
    const raised = w('concern.raised', {
      whatHappened: 'Shouting',
      referrer: { name: 'CANARY-NAME' },
      whoIsTheRisk: 'CANARY-RISK',
    });
    for (const [stage, events] of Object.entries(cases)) {
      const page = await CasePage.open([raised, ...events.slice(1)], 'person');
      expect(page.all('form, msp-anytime, .missing'), stage).to.have.length(0);
      expect(allThatIsThere(page.main), stage).not.to.contain('CANARY');
      expect(page.text, stage).not.to.contain('Care Act');
      expect(page.text, stage).to.contain('Where things are');
      expect(page.text, stage).to.contain('What happens next');
    }
  });

  it('says “you” to the person, and not to whoever speaks for them', async () => {
    expect((await CasePage.open(journeys.underWay, 'person')).text).to.contain('What you told us');
    const other = (await CasePage.open(journeys.underWay, 'advocate')).text;
    expect(other).to.contain('What the person says');
    expect(other).not.to.contain('What you told us');
  });

  it('tells whoever raised the concern that it is there, and nothing that the person said', async () => {
    const page = await CasePage.open(journeys.underWay, 'referrer');
    expect(page.text).to.contain('We have what you told us.');
    expect(allThatIsThere(page.main)).not.to.contain('shopping');
    expect(await faults(page.main)).to.deep.equal([]);
  });

  it('says so when nobody answers, and tries again on request', async () => {
    const desk = memoryDesk({ events: journeys.heard });
    desk.unreachable = true;
    const page = await CasePage.open([], 'practitioner', desk);
    expect(page.text).to.contain('We cannot reach the service');
    expect(await faults(page.main)).to.deep.equal([]);
    desk.unreachable = false;
    page.root.querySelector('button')?.click();
    await waitUntil(() => page.root.querySelector('.page'), 'the case is shown');
    expect(page.text).to.contain('I want to do my own shopping again.');
  });

  it('fits a small phone in every state', async () => {
    await setViewport({ width: 320, height: 700 });
    for (const [name, events] of Object.entries(cases)) {
      for (const role of ['practitioner', 'person'] as const) {
        await CasePage.open(events, role);
        expect(document.documentElement.scrollWidth, `${name}, ${role}`).to.be.at.most(320);
      }
    }
    await setViewport({ width: 1024, height: 768 });
  });

  it('drops all words at once when the page is left', async () => {
    const page = await CasePage.open(journeys.underWay);
    window.dispatchEvent(new Event('msp-wipe'));
    await settle(page.main);
    expect(allThatIsThere(page.main)).not.to.contain('shopping');
  });
});
