import { expect, fixtureSync, html, oneEvent, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { journeys } from '@msp/workflows/testing';
import '../define/msp-case-list.js';
import { allThatIsThere, faults, tabTo } from '../kit/dom.fixture.js';
import { memoryDesk } from '../kit/memory-client.fixture.js';
import type { MemoryDesk } from '../kit/memory-client.fixture.js';
import { cases, settle } from './overview.fixture.js';
import { sendKeys } from '@web/test-runner-commands';

const show = async (desk: MemoryDesk, template?: string) => {
  const main = fixtureSync(
    html`<main>
      <msp-case-list .client=${desk.as('practitioner')} .hrefTemplate=${template}></msp-case-list>
    </main>`,
  );
  const list = main.querySelector('msp-case-list');
  const root = list?.shadowRoot;
  if (!list || !root) throw new Error('no list');
  await settle(main);
  await waitUntil(() => !root.querySelector('[aria-busy]'), 'the list came');
  return { main, list, root, rows: () => [...root.querySelectorAll('li')].map((row) => row.textContent) };
};

const desk = (): MemoryDesk =>
  memoryDesk({ events: journeys.closed }, { events: journeys.heard }, { events: cases['danger'] ?? [] });

describe('the list of cases', () => {
  it('puts danger first and what is closed last, and says so in words', async () => {
    const { main, rows } = await show(desk());
    expect(rows()[0]).to.contain('Danger now');
    expect(rows()[1]).to.contain('Three-point test');
    expect(rows()[2]).to.contain('Closed');
    expect(await faults(main)).to.deep.equal([]);
  });

  it('shows no name and no word that somebody wrote', async () => {
    const { main } = await show(desk());
    for (const word of ['Ada', 'card', 'door', 'shopping']) expect(allThatIsThere(main)).not.to.contain(word);
  });

  it('tells which case was chosen by its id alone, with the keyboard too', async () => {
    const here = memoryDesk({ events: journeys.heard });
    const { list } = await show(here);
    await tabTo((element) => element.getAttribute('aria-label')?.startsWith('Open case') ?? false, 'the case');
    setTimeout(() => void sendKeys({ press: 'Enter' }));
    const { detail } = await oneEvent(list, 'msp-case-selected');
    expect(detail).to.deep.equal({ caseId: here.caseIds[0] });
  });

  it('makes real links where it knows where a case is, and lets a page keep them from being followed', async () => {
    const here = memoryDesk({ events: journeys.heard });
    const { list, root } = await show(here, '/desk/cases/{caseId}');
    const link = root.querySelector('a');
    expect(link?.getAttribute('href')).to.equal(`/desk/cases/${here.caseIds[0]}`);
    list.addEventListener('msp-case-selected', (event) => event.preventDefault());
    const followed = link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    expect(followed).to.equal(false);
  });

  it('says so when there are none', async () => {
    const { main, root } = await show(memoryDesk());
    expect(root.textContent).to.contain('There are no cases yet.');
    expect(await faults(main)).to.deep.equal([]);
  });

  it('says so when nobody answers, keeps what was there, and loads it again on request', async () => {
    const here = desk();
    here.unreachable = true;
    const { main, root, list, rows } = await show(here);
    expect(root.querySelector('[role=alert]')?.textContent).to.contain('We cannot reach the service');
    expect(await faults(main)).to.deep.equal([]);
    here.unreachable = false;
    root.querySelector<HTMLElement>('[role=alert] button')?.click();
    await settle(main);
    expect(rows()).to.have.length(3);
    here.unreachable = true;
    await list.load();
    await settle(main);
    expect(rows()).to.have.length(3);
    expect(root.querySelector('[role=alert]')?.textContent).to.contain('may be old');
  });

  it('fits a small phone', async () => {
    await setViewport({ width: 320, height: 700 });
    await show(desk());
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({ width: 1024, height: 768 });
  });
});
