import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStore } from '../../store/memory.js';
import { CANARY, type TestServer, aKey } from '../handler.test.kit.js';
import { browser, hosted } from './pages.test.kit.js';

type Opened = { readonly caseId: string; readonly reference: string; readonly code: string };

const raised = async (server: TestServer): Promise<Opened> => {
  const body = {
    whatHappened: `${CANARY} happened`,
    adult: { name: `${CANARY} Ann`, address: CANARY, safeContact: CANARY },
    saidAndWants: CANARY,
    whoIsTheRisk: CANARY,
    dangerAtHome: CANARY,
    referrer: { name: `${CANARY} Jo` },
  };
  const response = await server.send('POST', '/v1/concerns', { as: { role: 'referrer' }, key: aKey(), body });
  return (await response.json()) as Opened;
};

const record = async (server: TestServer, caseId: string, type: string, data: object): Promise<void> => {
  const version = (await server.recordOf(caseId)).length;
  const options = { as: { role: 'manager' as const }, key: aKey(), version, body: { type, data } };
  const response = await server.send('POST', `/v1/cases/${caseId}/events`, options);
  assert.equal(response.status, 201, await response.text());
};

const opened = async (server: TestServer, code: string) => {
  const page = browser(server);
  await page.open();
  await page.press('news');
  await page.press('next', { code });
  return page;
};

describe('the page of whoever raised a concern', () => {
  it('opens with the code of the receipt, and says what became of it as it goes on', async () => {
    const server = hosted();
    const form = browser(server);
    await form.open();
    await form.press('next');
    await form.press('next', { wayIn: 'somebody' });
    await form.press('next', { whatHappened: 'Something.' });
    await form.press('send');
    const code = /\b[2-9A-Z]{4}(?:-[2-9A-Z]{4}){3}\b/.exec(form.text())?.[0] ?? '';
    const [row] = (await server.store.listCases('council')).cases;
    const caseId = row?.caseId ?? '';
    const first = await opened(server, code.toLowerCase().replaceAll('-', ' '));
    assert.equal(first.heading(), 'What became of it');
    assert.match(
      first.text(),
      new RegExp(`${row?.reference}.*We have what you told us.*no more that we can tell you yet`),
    );
    await record(server, caseId, 'concern.acknowledged', {});
    await record(server, caseId, 'case.allocated', { to: CANARY });
    assert.match((await opened(server, code)).text(), /20 March 2026: The team has read it\..*Somebody in the team/);
    await record(server, caseId, 'feedback.given', { said: 'She is safe. <b>Thank you.</b>' });
    const last = await opened(server, code);
    assert.match(last.text(), /This is what we can tell you\. She is safe\. <b>Thank you\.<\/b>/);
    assert.ok(!last.html().includes(CANARY));
  });

  it('shows nothing else of the case, whatever is in it', async () => {
    const server = hosted();
    const { caseId, code } = await raised(server);
    await record(server, caseId, 'wishes.recorded', { about: 'share', wish: 'agrees', words: CANARY }).catch(
      () => undefined,
    );
    await record(server, caseId, 'danger.reported', { what: CANARY });
    await record(server, caseId, 'concern.acknowledged', { because: CANARY });
    const page = await opened(server, code);
    assert.match(page.text(), /The team has read it/);
    assert.ok(!page.html().includes(CANARY));
    assert.ok(!page.html().includes(caseId) && !page.html().includes(code));
    assert.match(page.html(), /<title>Larkshire Council<\/title>/);
  });

  it('takes what somebody adds and where to call them back, once, however often it is sent', async () => {
    const server = hosted();
    const { caseId, code } = await raised(server);
    const page = await opened(server, code);
    await page.press('next', { more: `${CANARY} again`, callBack: ' 01632 960 123, mornings ' });
    assert.match(page.text(), /We have what you sent us/);
    assert.ok(!page.html().includes(CANARY), 'what was sent is gone from the page');
    const [, added, ...more] = await server.recordOf(caseId);
    assert.equal(more.length, 0);
    assert.deepEqual(
      [added?.type, added?.by.role, added?.data],
      [
        'information.received',
        'referrer',
        { from: 'Whoever raised the concern', what: `${CANARY} again`, callBack: ' 01632 960 123, mornings ' },
      ],
    );
    await page.press('next', { more: 'Something else.' });
    assert.equal((await server.recordOf(caseId)).length, 3);
    assert.ok(!JSON.stringify(server.log).includes(CANARY));
  });

  it('asks for one of the two boxes, and keeps what was written where it cannot be kept', async () => {
    const server = hosted();
    const { caseId, code } = await raised(server);
    const page = await opened(server, code);
    await page.press('next', { more: '  ', callBack: '' });
    assert.match(page.text(), /There is a problem Write something in one of the two boxes/);
    await page.press('next', { more: 'x'.repeat(60_000) });
    assert.match(page.text(), /This was not sent\. Your words are still here/);
    assert.ok(page.html().includes('x'.repeat(60_000)));
    assert.equal((await server.recordOf(caseId)).length, 1);
  });

  it('adds to the case although somebody else records at the same moment', async () => {
    const inner = memoryStore();
    let meanwhile: (() => Promise<void>) | undefined;
    const append: typeof inner.append = async (input) => {
      const others = meanwhile;
      meanwhile = undefined;
      await others?.();
      return inner.append(input);
    };
    const server = hosted({}, { store: { ...inner, append } });
    const { caseId, code } = await raised(server);
    const page = await opened(server, code);
    meanwhile = () => record(server, caseId, 'concern.acknowledged', {});
    await page.press('next', { more: 'More.' });
    assert.match(page.text(), /We have what you sent us/);
    assert.deepEqual(
      (await server.recordOf(caseId)).map(({ type }) => type),
      ['concern.raised', 'concern.acknowledged', 'information.received'],
    );
  });

  it('opens nothing for a wrong code, for many, or for somebody else’s, and spends none of them', async () => {
    const server = hosted();
    const { caseId, code } = await raised(server);
    const made = await server.send('POST', `/v1/cases/${caseId}/codes`, {
      as: { role: 'practitioner' },
      body: { role: 'person' },
    });
    const persons = ((await made.json()) as { code: string }).code;
    const says = /This code does not open anything now/;
    assert.match((await opened(server, '')).text(), /Type your code/);
    assert.match((await opened(server, persons)).text(), says);
    const spent = await server.send('POST', '/v1/codes/open', { body: { tenant: 'council', code: persons } });
    assert.equal(spent.status, 200, 'the code of the adult still opens for them');
    const wrong = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`;
    for (let attempt = 0; attempt < 5; attempt += 1) assert.match((await opened(server, wrong)).text(), says);
    assert.match((await opened(server, code)).text(), says, 'after five wrong ones it is closed for a while');
    server.time.now += 16 * 60_000;
    assert.equal((await opened(server, code)).heading(), 'What became of it');
  });

  it('says that it is too old once its session is over', async () => {
    const server = hosted();
    const page = await opened(server, (await raised(server)).code);
    server.time.now += 3 * 3_600_000;
    await page.press('next', { more: 'Something.' });
    assert.equal(page.heading(), 'This page is too old');
  });
});
