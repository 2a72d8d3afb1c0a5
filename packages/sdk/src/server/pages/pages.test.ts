import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concernPages } from '@msp/workflows/questions';
import { memoryStore } from '../../store/memory.js';
import { CANARY, type TestServer, testServer } from '../handler.test.kit.js';
import { ORIGIN, browser, hosted } from './pages.test.kit.js';

const begun = async (server = hosted()) => {
  const page = browser(server);
  await page.open();
  await page.press('next');
  return page;
};
const concernOf = async (server: TestServer) => {
  const { cases } = await server.store.listCases('council');
  assert.equal(cases.length, 1);
  return (await server.recordOf(cases[0]?.caseId ?? ''))[0];
};

test('a concern is raised page by page without scripts, and the receipt says what happens next', async () => {
  const server = hosted();
  const page = browser(server);
  assert.equal(await page.open(), 200);
  assert.match(page.text(), /In danger now\? Call 999/);
  await page.press('next');
  assert.equal(page.heading(), 'What brings you here?');
  await page.press('next', { wayIn: 'somebody' });
  await page.press('next', { whatHappened: `${CANARY} <b>“shouted”</b> & more\n\nSecond line` });
  let pages = 3;
  while (page.heading() !== 'Check your answers') {
    await page.press('next');
    pages += 1;
    assert.ok(pages < 30, `stuck on ${page.heading()}`);
  }
  assert.ok(pages >= concernPages.length / 2);
  assert.match(page.text(), /Quetzalcanary <b>“shouted”<\/b> & more/);
  await page.press('send');
  const { data } = (await concernOf(server)) ?? {};
  assert.equal((data as { whatHappened: string }).whatHappened, `${CANARY} <b>“shouted”</b> & more\n\nSecond line`);
  const [row] = (await server.store.listCases('council')).cases;
  assert.match(page.text(), new RegExp(String(row?.reference)));
  assert.ok(!page.html().includes(CANARY), 'the receipt has forgotten it');
});

test('nothing of what was written is in an address, a title, a cookie or the log; on the device it is on its own page alone', async () => {
  const server = hosted();
  const page = await begun(server);
  await page.press('next', { wayIn: 'somebody' });
  await page.press('next', { whatHappened: CANARY });
  assert.ok(!page.html().includes(CANARY), 'the next page does not carry it');
  assert.match(page.html(), /<title>Larkshire Council<\/title>/);
  assert.ok(!/<title>[^<]*(abuse|safeguard|concern|worr)/i.test(page.html()));
  assert.ok(!JSON.stringify(server.log).includes(CANARY));
  assert.match(page.policy(), /form-action 'self'/);
  assert.match(page.policy(), new RegExp(`frame-ancestors ${ORIGIN}`));
  assert.ok(!/<script|style=| on[a-z]+="/.test(page.html()));
});

test('the one question that has to be answered is asked for by name, and what was written elsewhere stays', async () => {
  const page = await begun();
  await page.press('next', { wayIn: 'somebody' });
  await page.press('next', { whatHappened: '  ' });
  assert.match(page.html(), /href="#q-whatHappened"/);
  assert.match(page.html(), /aria-invalid="true"/);
  assert.match(page.html(), /aria-describedby="q-whatHappened-hint q-whatHappened-error"/);
  await page.press('next', { whatHappened: 'He takes her card.' });
  assert.match(page.heading(), /danger/i);
  await page.press('back');
  assert.match(page.html(), />\nHe takes her card\.<\/textarea>/);
});

test('it can be sent from the third page on, and an answer can be changed from the last', async () => {
  const server = hosted();
  const page = await begun(server);
  await page.press('next', { wayIn: 'myself' });
  await page.press('next', { whatHappened: 'First.' });
  assert.ok(page.html().includes('value="send"'));
  while (page.heading() !== 'Check your answers') await page.press('next');
  await page.press('change:whatHappened');
  await page.press('next', { whatHappened: 'Second.' });
  await page.press('send');
  const data = (await concernOf(server))?.data as { whatHappened: string; aboutSelf: string };
  assert.deepEqual([data.whatHappened, data.aboutSelf], ['Second.', 'yes']);
});

test('a question that an answer calls for is shown on the same page, and its answer is kept', async () => {
  const page = await begun();
  await page.press('next', { wayIn: 'somebody' });
  await page.press('next', { whatHappened: 'Something.' });
  const conditional = concernPages.find(({ questions }) => questions.some(({ showWhen }) => showWhen));
  const question = conditional?.questions.find(({ showWhen }) => showWhen);
  assert.ok(conditional && question?.showWhen);
  while (!page.html().includes(`name="page" value="${conditional.id}"`)) await page.press('next');
  assert.ok(!page.html().includes(`name="${question.id}"`));
  await page.press('next', { [question.showWhen.name]: question.showWhen.is[0] ?? '' });
  assert.ok(page.html().includes(`name="${question.id}"`), 'now it is asked');
});

test('pressed twice, or sent again after the answer was lost, it is one concern', async () => {
  const inner = memoryStore();
  let isDown = true;
  const server = hosted(
    {},
    {
      store: {
        ...inner,
        append: async (input: never) => {
          const result = await inner.append(input);
          if (isDown) throw new Error('the answer was lost');
          return result;
        },
      },
    },
  );
  const page = await begun(server);
  await page.press('next', { wayIn: 'somebody' });
  await page.press('next', { whatHappened: 'Something.' });
  await page.press('send');
  assert.equal(page.heading(), 'Not sent yet');
  isDown = false;
  await page.press('send');
  assert.match(page.heading(), /We have it/);
  assert.equal((await inner.listCases('council')).cases.length, 1);
});

test('a page that is too old, made up or another organisation’s is said to be, and nothing is kept of it', async () => {
  const server = hosted();
  const page = await begun(server);
  server.time.now += 4 * 3_600_000;
  await page.press('next', { wayIn: 'somebody' });
  assert.equal(page.heading(), 'This page is too old');
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  for (const state of ['', 'v1.x.y', CANARY]) {
    const answer = await server.send('POST', '/form/council', {
      body: `page=whatHappened&state=${state}`,
      headers: type,
    });
    assert.match(await answer.text(), /too old/);
  }
});

test('there are pages for organisations with a site alone, and none where the host did not ask for them', async () => {
  const server = hosted();
  for (const path of ['/form/silent', '/form/nowhere', '/form/..%2f', '/form/council/assets/secret.js'])
    assert.equal((await server.send('GET', path)).status, 404, path);
  assert.equal((await testServer().send('GET', '/form/council')).status, 404);
  const css = await server.send('GET', '/form/council/assets/page.css');
  assert.match(css.headers.get('content-type') ?? '', /^text\/css/);
});

test('an organisation’s own words, theme and scripts are on its pages, and can break out of nothing', async () => {
  const server = hosted(
    {
      words: { 'concern.before.title': { en: `</h1><script>alert(1)</script>${CANARY}` } },
      theme: { '--msp-color-action': '#123456' },
    },
    { pages: { 'form.js': { body: 'export {};', contentType: 'text/javascript' } } },
  );
  const page = browser(server);
  await page.open();
  assert.ok(!page.html().includes('<script>alert'));
  assert.ok(page.html().includes(CANARY));
  assert.match(page.html(), /<script type="module" src="\/form\/council\/assets\/form\.js">/);
  assert.equal(await (await server.send('GET', '/form/council/assets/form.js')).text(), 'export {};');
  assert.match(await (await server.send('GET', '/form/council/assets/page.css')).text(), /--msp-color-action: #123456/);
});

test('what is no form is refused', async () => {
  const server = hosted();
  assert.equal((await server.send('POST', '/form/council', { body: { page: 'before' } })).status, 415);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  assert.equal((await server.send('POST', '/form/council', { body: 'x'.repeat(600_000), headers })).status, 413);
  assert.equal((await server.send('POST', '/form/council', { body: 'page=%00', headers })).status, 400);
});

test('many who send at the same moment do not wait for one another for ever', async () => {
  const server = hosted({}, { atOnce: 2 });
  const pages = await Promise.all(Array.from({ length: 12 }, () => begun(server)));
  await Promise.all(pages.map((page) => page.press('next', { wayIn: 'somebody' })));
  await Promise.all(pages.map((page) => page.press('next', { whatHappened: 'Something.' })));
  await Promise.all(pages.map((page) => page.press('send')));
  assert.ok(pages.every((page) => page.heading().startsWith('We have it')));
  assert.equal((await server.store.listCases('council')).cases.length, 12);
});

test('what goes wrong is said on a page, with whom to call, and never as code', async () => {
  const clientAddress = () => 'one and the same';
  const server = hosted({}, { clientAddress, limits: { perStranger: 2 } });
  const page = await begun(server);
  await page.press('next', { wayIn: 'somebody' });
  assert.equal(await page.press('next', { whatHappened: CANARY }), 429);
  assert.match(page.text(), /This did not work .*Nothing was sent.* Call 01632 960 001/);
  assert.equal(await page.open('/form/nowhere'), 404);
  assert.match(page.text(), /There is no page here .*call 999/i);
  const down = hosted({}, { store: { ...memoryStore(), saveDraft: () => Promise.reject(new Error(CANARY)) } });
  const broken = browser(down);
  await broken.open();
  assert.equal(await broken.press('next'), 500);
  assert.ok(!broken.html().includes(CANARY));
});

test('once a concern is kept, nothing that fails afterwards says that it is not', async () => {
  const store = { ...memoryStore(), dropDraft: () => Promise.reject(new Error('the database is gone')) };
  const page = await begun(hosted({}, { store }));
  await page.press('next', { wayIn: 'somebody' });
  await page.press('next', { whatHappened: 'Something.' });
  assert.equal(await page.press('send'), 200);
  assert.match(page.heading(), /We have it/);
});
