import { expect } from '@open-wc/testing';
import { view } from '@msp/workflows';
import { given, written as w } from '@msp/workflows/testing';
import { render } from 'lit';
import '../define/msp-three-point-test.js';
import { saidPanel } from './said.js';

/** The panel beside the steps, for a record of one concern and one conversation. */
const panelFor = (conversation: { words?: string; observed?: string }): HTMLElement => {
  const { case: current } = given(
    w('concern.raised', { whatHappened: 'Shouting', saidAndWants: 'TOLD-BY-OTHERS' }),
    w('conversation.held', { with: ['person'], how: 'inPerson', freeToSpeak: 'yes', ...conversation }),
  );
  const host = document.createElement('msp-three-point-test');
  // Drawn without waiting for a frame, which a page in the background never gets.
  const place = document.createElement('div');
  render(saidPanel(host, view(current, 'practitioner'), 3), place);
  return place;
};

const quotations = (panel: Element): string[] =>
  [...panel.querySelectorAll('.said > .quote blockquote')].map((quote) => quote.textContent);

describe('the person’s words beside the steps', () => {
  it('quotes the person, and keeps what others said for them apart', () => {
    const panel = panelFor({ words: 'OWN-WORDS' });
    expect(quotations(panel)).to.deep.equal(['OWN-WORDS']);
    expect(panel.querySelector('details')?.textContent).to.contain('TOLD-BY-OTHERS');
  });

  it('never puts what a worker noticed into quotation marks', () => {
    const panel = panelFor({ observed: 'WORKERS-SENTENCE' });
    expect(quotations(panel)).to.deep.equal([]);
    expect(panel.textContent).to.contain('What was noticed');
    expect(panel.textContent).to.contain('WORKERS-SENTENCE');
  });
});
