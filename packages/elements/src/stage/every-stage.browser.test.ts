import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { journeys, written as w } from '@msp/workflows/testing';
import type { Written } from '@msp/workflows/testing';
import { allThatIsThere, faults } from '../kit/dom.fixture.js';
import { StagePage } from './stage.fixture.js';
import '../define/msp-check-in.js';
import '../define/msp-closure.js';
import '../define/msp-outcomes.js';
import '../define/msp-step-down.js';
import '../define/msp-three-point-test.js';

const { heard, allLimbsMet, statutoryEnquiry, outcomeAgreed, underWay, explored, reviewing, stepDown, closed } =
  journeys;
const stop = w('closure.requested', { words: 'I would like this to stop now.' }, 'person');
const offer = w('support.offered', { supportId: 's1', kind: 'marac' });

const stages: readonly (readonly [tag: string, events: readonly Written[]])[] = [
  ['msp-three-point-test', heard],
  ['msp-outcomes', [...statutoryEnquiry, ...outcomeAgreed]],
  ['msp-check-in', underWay],
  ['msp-closure', [...underWay, stop]],
  ['msp-closure', [...underWay, stop, explored]],
  ['msp-closure', reviewing],
  ['msp-step-down', [...stepDown, offer]],
  ['msp-step-down', closed],
];

/** Opens every step there is, one after the other. */
async function openAll(page: StagePage): Promise<void> {
  const steps = [...page.root.querySelectorAll('details.step > summary')].map(({ id }) => id.replace(/-summary$/, ''));
  for (const step of steps) await page.open(step);
}

describe('every stage', () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  for (const [tag, events] of stages) {
    const last = events.at(-1)?.[0] ?? '';

    it(`fits a page of 320 pixels with every step open, and axe finds nothing: ${tag} after ${last}`, async () => {
      await setViewport({ width: 320, height: 800 });
      const page = await StagePage.open(tag, events);
      await openAll(page);
      expect(page.root.querySelectorAll('form').length).to.be.greaterThan(2);
      expect(page.root.querySelectorAll('details.step:not([open])')).to.have.length(0);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      expect(await faults(page.element)).to.deep.equal([]);
    });

    it(`holds nothing any more when the page is left: ${tag} after ${last}`, async () => {
      const page = await StagePage.open(tag, events);
      await openAll(page);
      for (const box of page.root.querySelectorAll('textarea')) {
        box.value = 'Nobody else may read this.';
        box.dispatchEvent(new Event('input', { bubbles: true }));
      }
      await page.settle();
      expect(allThatIsThere(page.element)).to.contain('Nobody else may read this.');
      window.dispatchEvent(new PageTransitionEvent('pagehide'));
      expect(allThatIsThere(page.element)).not.to.contain('Nobody else may read this.');
      expect(allThatIsThere(page.element)).not.to.contain('shopping');
    });
  }

  it('has one step open, and leads from a reason to the step that is still to do', async () => {
    const page = await StagePage.open('msp-three-point-test', allLimbsMet.slice(0, -1));
    expect([...page.root.querySelectorAll('details.step[open]')].map(({ className }) => className)).to.deep.equal([
      'step next',
    ]);
    await page.open('decide');
    page.find('[data-code=limb-not-assessed] button').click();
    await page.settle();
    expect(page.root.activeElement?.id).to.equal('limb-unableToProtect-summary');
  });

  it('says who may record what somebody may not', async () => {
    const page = await StagePage.open('msp-closure', [...underWay, stop, explored]);
    expect(page.words('role-not-allowed')).to.contain('manager');
    expect(page.has('#approved-form')).to.equal(false);
  });

  it('shows the person’s words, and no form, to somebody who may only read', async () => {
    const page = await StagePage.open('msp-outcomes', underWay, 'advocate');
    expect(page.text).to.contain('I want to look after my own money.');
    expect(page.root.querySelectorAll('form')).to.have.length(0);
  });
});
