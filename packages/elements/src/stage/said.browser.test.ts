import { expect, fixture, html } from '@open-wc/testing';
import { view } from '@msp/workflows';
import { given, written as w } from '@msp/workflows/testing';
import '../define/msp-three-point-test.js';
import { saidPanel } from './said.js';

/** The panel beside the steps, for a record of one concern and one conversation. */
const panelFor = async (conversation: { words?: string; observed?: string }): Promise<HTMLElement> => {
  const { case: current } = given(
    w('concern.raised', { whatHappened: 'Shouting', saidAndWants: 'TOLD-BY-OTHERS' }),
    w('conversation.held', { with: ['person'], how: 'inPerson', freeToSpeak: 'yes', ...conversation }),
  );
  const host = document.createElement('msp-three-point-test');
  return fixture<HTMLElement>(html`<div>${saidPanel(host, view(current, 'practitioner'), 3)}</div>`);
};

const quotations = (panel: Element): string[] =>
  [...panel.querySelectorAll('.said > .quote blockquote')].map((quote) => quote.textContent);

describe('the person’s words beside the steps', () => {
  it('quotes the person, and keeps what others said for them apart', async () => {
    const panel = await panelFor({ words: 'OWN-WORDS' });
    expect(quotations(panel)).to.deep.equal(['OWN-WORDS']);
    expect(panel.querySelector('details')?.textContent).to.contain('TOLD-BY-OTHERS');
  });

  it('never puts what a worker noticed into quotation marks', async () => {
    const panel = await panelFor({ observed: 'WORKERS-SENTENCE' });
    expect(quotations(panel)).to.deep.equal([]);
    expect(panel.textContent).to.contain('What was noticed');
    expect(panel.textContent).to.contain('WORKERS-SENTENCE');
  });
});
