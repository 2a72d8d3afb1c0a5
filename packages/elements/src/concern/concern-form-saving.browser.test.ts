import { expect } from '@open-wc/testing';
import type { MspClient, Receipt } from '@msp/sdk';
import { allThatIsThere, faults, focused } from '../kit/dom.fixture.js';
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

const CODE = '7KQ2-XW4H-DR9M-TC3P';
const WORDS = 'He takes her bank card every Friday.';

/** A client that keeps drafts as the server does, and one concern a key. */
const savingClient = () => {
  const drafts = new Map<string, Readonly<Record<string, unknown>>>();
  const kept = new Map<string, string>();
  const { client, sent } = fakeClient(({ data, idempotencyKey }) => {
    const json = JSON.stringify(data);
    if ((kept.get(idempotencyKey) ?? json) !== json) return Promise.reject(refusal('idempotency-key-reused'));
    kept.set(idempotencyKey, json);
    return Promise.resolve(RECEIPT);
  });
  const saveDraft: MspClient['saveDraft'] = (draft, { code } = {}) => {
    if (code !== undefined && !drafts.has(code)) return Promise.reject(refusal('not-found'));
    drafts.set(code ?? CODE, structuredClone(draft));
    return Promise.resolve({ code: code ?? CODE, expiresAt: '2026-11-30T09:00:00Z' });
  };
  const openDraft: MspClient['openDraft'] = (code) => {
    const draft = drafts.get(code);
    if (!draft) return Promise.reject(refusal('not-found'));
    return Promise.resolve({ draft: { ...draft }, expiresAt: '2026-11-30T09:00:00Z' });
  };
  const dropDraft: MspClient['dropDraft'] = (code) => Promise.resolve({ dropped: drafts.delete(code) });
  return { client: Object.assign(client, { saveDraft, openDraft, dropDraft }), sent, drafts, kept };
};

type Form = Awaited<ReturnType<typeof mountForm>>;

const save = async (form: Form): Promise<void> => {
  await press(form, 'Save it and come back later');
  expect(await faults(form)).to.deep.equal([]);
  await press(form, 'Save it');
};

const comeBack = async (form: Form, code: string): Promise<void> => {
  await press(form, 'Come back with a code');
  await write(form, 'code', code);
  await press(form, 'Open it');
};

describe('msp-concern-form, saved to come back to', () => {
  it('shows a code once, and goes on where somebody was, with every word', async () => {
    const { client } = savingClient();
    const first = await mountForm(client);
    await goTo(first, 'kinds');
    await save(first);
    expect(first.page).to.equal('saved');
    expect(find(first, '.reference').textContent).to.equal(CODE);
    expect(rootOf(first).textContent).to.contain('You can open it until 30 November.');
    expect(focused()?.textContent).to.equal('It is saved, but not sent');
    expect(await faults(first)).to.deep.equal([]);
    await press(first, 'Carry on now');
    expect(first.page).to.equal('kinds');
    first.remove();

    const second = await mountForm(client);
    await comeBack(second, CODE);
    expect(second.page).to.equal('kinds');
    await goTo(second, 'check');
    expect(find(second, '.answers').textContent).to.contain(WORDS);
  });

  it('keeps nothing that was saved once it was sent', async () => {
    const { client, drafts } = savingClient();
    const form = await mountForm(client);
    await goTo(form, 'kinds');
    await save(form);
    expect(drafts.size).to.equal(1);
    await press(form, 'Carry on now');
    await press(form, 'Send it now');
    expect(form.page).to.equal('receipt');
    expect(drafts.size).to.equal(0);
  });

  it('saves again under the same code, and anew where that is gone', async () => {
    const { client, drafts } = savingClient();
    const form = await mountForm(client);
    await goTo(form, 'kinds');
    await save(form);
    await press(form, 'Carry on now');
    await save(form);
    expect(drafts.size).to.equal(1);
    drafts.clear();
    await press(form, 'Carry on now');
    await save(form);
    expect(form.page).to.equal('saved');
    expect(drafts.size).to.equal(1);
  });

  it('is one concern, opened on two pages and sent from both', async () => {
    const { client, kept } = savingClient();
    const first = await mountForm(client);
    await goTo(first, 'check');
    await save(first);
    await press(first, 'Carry on now');
    const [one, two] = [await mountForm(client), await mountForm(client)];
    await comeBack(one, CODE);
    await comeBack(two, CODE);
    await press(one, 'Send');
    await press(two, 'Change What has happened?');
    await write(two, 'whatHappened', 'Something else.');
    await press(two, 'Save this change');
    await press(two, 'Send');
    await press(first, 'Send');
    expect([one.page, two.page, first.page]).to.deep.equal(['receipt', 'not-sent', 'receipt']);
    expect(rootOf(two).textContent).to.contain('was sent before');
    expect(kept.size).to.equal(1);
  });

  it('says in words that help where there is nothing under a code, or none was typed', async () => {
    const { client } = savingClient();
    const form = await mountForm(client);
    await comeBack(form, '');
    expect(find(form, '.error-summary').textContent).to.contain('Type your code.');
    expect(focused()?.classList.contains('error-summary')).to.equal(true);
    await write(form, 'code', 'WRONG');
    await press(form, 'Open it');
    expect(find(form, '.error-summary').textContent).to.contain('We have nothing under this code.');
    expect(await faults(form)).to.deep.equal([]);
    await press(form, 'Back');
    expect(form.page).to.equal('before');
  });

  it('says that it was not saved, and keeps the words, where nobody answers', async () => {
    const { client } = savingClient();
    const form = await mountForm(Object.assign(client, { saveDraft: () => Promise.reject(refusal('unreachable')) }));
    await goTo(form, 'kinds');
    await save(form);
    expect(form.page).to.equal('save');
    expect(find(form, '.inset.urgent').textContent).to.contain('We could not save it.');
    await press(form, 'Back');
    expect(form.page).to.equal('kinds');
  });

  it('forgets the code with everything else', async () => {
    const { client } = savingClient();
    const form = await mountForm(client);
    await goTo(form, 'kinds');
    await save(form);
    expect(allThatIsThere(form)).to.contain(CODE);
    form.wipe();
    expect(allThatIsThere(form)).not.to.contain(CODE);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await settle(form);
    await press(form, 'Come back with a code');
    expect(allThatIsThere(form)).not.to.contain(CODE);
  });
});

describe('msp-concern-form, without a connection', () => {
  it('sends what was kept as soon as the browser is back on the network', async () => {
    let isThere = false;
    const { client, sent } = fakeClient((): Promise<Receipt> =>
      isThere ? Promise.resolve(RECEIPT) : Promise.reject(refusal('unreachable')),
    );
    const form = await mountForm(client);
    await goTo(form, 'check');
    await press(form, 'Send');
    expect(rootOf(form).textContent).to.contain('We keep trying, as long as this page stays open.');
    const button = find<HTMLButtonElement>(form, '.button');
    button.focus();
    window.dispatchEvent(new Event('online'));
    await settle(form);
    expect(form.page).to.equal('not-sent');
    expect(focused(), 'the focus stays where it is').to.equal(button);
    isThere = true;
    window.dispatchEvent(new Event('online'));
    await settle(form);
    expect(form.page).to.equal('receipt');
    expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(1);
  });

  it('tries no more once somebody went back, or left', async () => {
    const { client, sent } = fakeClient(() => Promise.reject(refusal('unreachable')));
    const form = await mountForm(client);
    await goTo(form, 'check');
    await press(form, 'Send');
    await press(form, 'Back to your answers');
    window.dispatchEvent(new Event('online'));
    await settle(form);
    expect(sent).to.have.length(1);
    await press(form, 'Send');
    form.wipe();
    window.dispatchEvent(new Event('online'));
    await settle(form);
    expect(sent).to.have.length(2);
  });
});
