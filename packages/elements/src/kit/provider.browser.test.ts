import { expect, fixture, html } from '@open-wc/testing';
import type { MspClient } from '@msp/sdk';
import { fakeClient } from '../concern/concern-form.fixture.js';
import type { MspConcernFormElement } from '../concern/concern-form.element.js';
import '../define/msp-concern-form.js';
import '../define/msp-provider.js';
import type { MspProviderElement } from './provider.element.js';

const mount = async (client: MspClient | undefined): Promise<[MspProviderElement, MspConcernFormElement]> => {
  const provider = await fixture<MspProviderElement>(
    html`<msp-provider .client=${client}
      ><div><msp-concern-form></msp-concern-form></div
    ></msp-provider>`,
  );
  const form = provider.querySelector('msp-concern-form');
  if (!form) throw new Error('no form');
  await form.updateComplete;
  return [provider, form];
};

describe('msp-provider', () => {
  it('gives its client to elements below it, also when it comes later', async () => {
    const { client } = fakeClient();
    const [provider, form] = await mount(undefined);
    expect(form.activeClient).to.equal(undefined);
    provider.client = client;
    await provider.updateComplete;
    expect(form.activeClient).to.equal(client);
  });

  it('makes a client from an endpoint and a token', async () => {
    const [provider, form] = await mount(undefined);
    provider.setAttribute('endpoint', '/msp');
    provider.setAttribute('token', 'a-token');
    await provider.updateComplete;
    expect(form.activeClient).to.have.property('raiseConcern');
  });

  it('stands behind an element’s own client, and an element’s own endpoint', async () => {
    const [, form] = await mount(fakeClient().client);
    const own = fakeClient().client;
    const provided = form.activeClient;
    form.endpoint = '/own';
    form.token = () => Promise.resolve('a-token');
    expect(form.activeClient).not.to.equal(provided);
    expect(form.activeClient).to.equal(form.activeClient);
    form.client = own;
    expect(form.activeClient).to.equal(own);
  });

  it('gives the council’s own words, by message id, also for questions', async () => {
    const [provider, form] = await mount(fakeClient().client);
    provider.messages = {
      'concern.before.title': 'Tell {council}',
      'concern.before.start': 'Begin',
      'concern.question.wayIn.label': 'Who is this about?',
    };
    await provider.updateComplete;
    await form.updateComplete;
    expect(form.shadowRoot?.querySelector('h2')?.textContent).to.equal('Tell {council}');
    form.shadowRoot?.querySelector<HTMLElement>('.actions button')?.click();
    await form.updateComplete;
    expect(form.shadowRoot?.querySelector('h2')?.textContent).to.equal('Who is this about?');
  });
});
