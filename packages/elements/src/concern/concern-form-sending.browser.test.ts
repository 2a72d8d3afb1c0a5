import { expect } from '@open-wc/testing';
import type { Receipt } from '@msp/sdk';
import { deferred, faults, focused } from '../kit/dom.fixture.js';
import {
  RECEIPT,
  fakeClient,
  find,
  goTo,
  mountForm,
  press,
  refusal,
  rootOf,
  settle,
  write,
} from './concern-form.fixture.js';

describe('msp-concern-form, sending', () => {
  it('sends once, however often it is pressed while the network is slow', async () => {
    const answer = deferred<Receipt>();
    const { client, sent } = fakeClient(() => answer.promise);
    const form = await mountForm(client);
    await goTo(form, 'check');
    const button = find(form, 'button[type=submit]');
    button.click();
    button.click();
    find<HTMLFormElement>(form, 'form').requestSubmit();
    await settle(form);
    expect(find(form, 'button[type=submit]').textContent?.trim()).to.equal('Sending…');
    find(form, 'button[type=submit]').click();
    expect(rootOf(form).querySelector('.reference')).to.equal(null);
    answer.keep(RECEIPT);
    await settle(form);
    expect(sent).to.have.length(1);
    expect(form.page).to.equal('receipt');
  });

  it('does not skip a page when Continue is double-clicked', async () => {
    const form = await mountForm();
    await goTo(form, 'whenAndWhere');
    find(form, 'button[type=submit]').dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 1 }),
    );
    await settle(form);
    find(form, 'button[type=submit]').dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 2 }),
    );
    await settle(form);
    expect(form.page).to.equal('who');
  });

  it('says “Not sent yet” when nobody answers, keeps every word, and sends the same concern again', async () => {
    const { client, sent } = fakeClient((_, tries) =>
      tries === 1 ? Promise.reject(refusal('unreachable')) : Promise.resolve(RECEIPT),
    );
    const form = await mountForm(client);
    let submitted = 0;
    form.addEventListener('msp-concern-submitted', () => (submitted += 1));
    await goTo(form, 'check');
    await press(form, 'Send');
    expect(form.page).to.equal('not-sent');
    expect(focused()?.textContent).to.equal('Not sent yet');
    expect(rootOf(form).textContent).to.contain('01234 567 890');
    expect(rootOf(form).querySelector('.reference')).to.equal(null);
    expect(submitted).to.equal(0);
    expect(await faults(form)).to.deep.equal([]);
    await press(form, 'Back to your answers');
    expect(find(form, '.answers').textContent).to.contain('He takes her bank card every Friday.');
    await press(form, 'Send');
    expect(form.page).to.equal('receipt');
    expect(sent[1]).to.deep.equal(sent[0]);
    expect(submitted).to.equal(1);
  });

  for (const code of ['unauthenticated', 'internal', 'unavailable', 'unexpected-answer']) {
    it(`never shows a receipt for the answer “${code}”`, async () => {
      const { client } = fakeClient(() => Promise.reject(refusal(code)));
      const form = await mountForm(client);
      await goTo(form, 'check');
      await press(form, 'Send');
      expect(form.page).to.equal('not-sent');
    });
  }

  it('does not raise a second concern when the first try had arrived and the words were changed since', async () => {
    const kept: string[] = [];
    const { client } = fakeClient(({ data }, tries) => {
      if (tries === 1) {
        kept.push(data.whatHappened);
        return Promise.reject(refusal('unreachable'));
      }
      const same = data.whatHappened === kept[0];
      return same ? Promise.resolve(RECEIPT) : Promise.reject(refusal('idempotency-key-reused'));
    });
    const form = await mountForm(client);
    await goTo(form, 'check');
    await press(form, 'Send');
    await press(form, 'Back to your answers');
    await press(form, 'Change What has happened?');
    await write(form, 'whatHappened', 'Something else.');
    await press(form, 'Save this change');
    await press(form, 'Send');
    expect(form.page).to.equal('receipt');
    expect(rootOf(form).textContent).to.contain('What you changed after that did not reach us');
    expect(kept).to.have.length(1);
  });

  it('is not sent where no client is connected', async () => {
    const form = await mountForm();
    form.client = undefined;
    await goTo(form, 'check');
    await press(form, 'Send');
    expect(form.page).to.equal('not-sent');
  });

  it('says what happens next by the working days that it is given, and who to call', async () => {
    const form = await mountForm();
    form.timescales = { acknowledge: 2, decide: 4 };
    await goTo(form, 'check');
    await press(form, 'Send');
    const text = rootOf(form).textContent ?? '';
    expect(text).to.contain('Exampleshire Council reads it within 2 working days.');
    expect(text).to.contain('Within 4 working days they decide');
    expect(text).to.contain('01234 567 890');
    expect(focused()?.textContent).to.contain('We have it');
  });

  it('tells the page around only ids: the page, and the reference', async () => {
    const form = await mountForm();
    const told: unknown[] = [];
    for (const type of ['msp-concern-page', 'msp-concern-submitted'] as const) {
      form.addEventListener(type, ({ detail }) => told.push(detail));
    }
    await goTo(form, 'danger');
    await press(form, 'Send it now');
    expect(told).to.deep.equal([
      { page: 'wayIn' },
      { page: 'whatHappened' },
      { page: 'danger' },
      { page: 'receipt' },
      { reference: RECEIPT.reference },
    ]);
  });

  it('makes a new key for a new concern', async () => {
    const { client, sent } = fakeClient();
    const form = await mountForm(client);
    for (let times = 0; times < 2; times += 1) {
      await goTo(form, 'danger');
      await press(form, 'Send it now');
      await press(form, 'Tell us about something else');
    }
    expect(sent[0]?.idempotencyKey).to.have.length.greaterThan(15);
    expect(sent[1]?.idempotencyKey).not.to.equal(sent[0]?.idempotencyKey);
  });
});
