import { expect } from '@open-wc/testing';
import { journeys } from '@msp/workflows/testing';
import { CasePage, cases, deep, settle } from '../overview/overview.fixture.js';
import { danglingIds, faults } from '../kit/dom.fixture.js';

const rootOf = (page: CasePage): ShadowRoot => {
  const root = page.find('msp-anytime').shadowRoot;
  if (!root) throw new Error('nothing to record');
  return root;
};

/** Opens every form there is, one after the other. */
const openAll = async (page: CasePage): Promise<number> => {
  const steps = rootOf(page).querySelectorAll<HTMLDetailsElement>('details.step');
  for (const step of steps) {
    if (!step.open) step.querySelector('summary')?.click();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  await settle(page.main);
  return steps.length;
};

describe('what may be recorded in any stage', () => {
  for (const stage of ['concern', 'check-ins', 'closure']) {
    it(`is one press away (${stage}), and axe finds nothing wrong with any form`, async () => {
      const page = await CasePage.open(cases[stage] ?? []);
      expect(await openAll(page)).to.be.greaterThan(12);
      expect(rootOf(page).querySelectorAll('form').length).to.be.greaterThan(12);
      expect(await faults(page.find('msp-anytime'))).to.deep.equal([]);
      expect(danglingIds(rootOf(page))).to.deep.equal([]);
    }).timeout(60_000);
  }

  it('leaves out a heading under which nothing can be recorded any more', async () => {
    const page = await CasePage.open(cases['closed'] ?? []);
    for (const heading of deep(rootOf(page), '.heading-small')) {
      expect(heading.nextElementSibling?.matches('.step'), heading.textContent).to.equal(true);
    }
    expect(rootOf(page).textContent).not.to.contain('Capacity for one decision');
  });

  it('never disables a button: it says what is missing when it is pressed', async () => {
    const page = await CasePage.open(journeys.heard);
    await openAll(page);
    expect(rootOf(page).querySelectorAll('[disabled]')).to.have.length(0);
    rootOf(page).querySelector<HTMLElement>('#talk-form button[type=submit]')?.click();
    await settle(page.main);
    expect(rootOf(page).querySelector('#talk-form .error-summary')?.textContent).to.contain(
      'Choose whether you talked',
    );
  });
});
