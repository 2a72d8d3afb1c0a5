import { englandCareAct } from '@msp/workflows';
import {
  type ConcernPage,
  type ConcernProblem,
  checkConcern,
  pagesFor,
  questionField,
  questionsOn,
  toConcern,
  wayOf,
} from '@msp/workflows/questions';
import type { Hono } from 'hono';
import { type Receipt, headers, problems, routes } from '../../contract.js';
import { tenantSchema } from '../auth/claims.js';
import { mintOwn } from '../auth/own-tokens.js';
import type { Deps } from '../call.js';
import { Refusal } from '../problem.js';
import { readForm } from '../request/body.js';
import type { AsPage, Serve } from '../serve.js';
import { beforePage, checkPage, notSentPage, questionPage, receiptPage } from './concern-pages.js';
import { type Piece, answersIn } from './fields.js';
import { type Asking, addNews, openNews } from './news.js';
import { codePage } from './news-pages.js';
import { routePage } from './route-page.js';
import { type PageView, tooOld, troublePage } from './layout.js';
import { type Filling, begin, end, goOn } from './state.js';
import { PAGE_CSS, themeCss } from './style.js';
import { pageWords } from './words.js';

/** Files that hosted pages serve beside themselves, by name: a script that makes the page better. */
export type Assets = Readonly<
  Record<string, { readonly body: string | Uint8Array<ArrayBuffer>; readonly contentType: string }>
>;

const MAX_FORM_BYTES = 512 * 1024;

/** The address says nothing of what the page is about: it stays in the list of pages that were visited. */
const PATH = '/form/:tenant';

const policy = (frames: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frames.length > 0 ? frames.join(' ') : "'none'"}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

type Site = { readonly tenant: string; readonly view: PageView; readonly frames: readonly string[] };

/** Only an organisation with a site has pages. */
const siteAt = async (deps: Deps, named: string, assets: Assets): Promise<Site> => {
  const tenant = tenantSchema.safeParse(named).data;
  const settings = tenant === undefined ? {} : await deps.tenancy.settingsOf(tenant);
  if (tenant === undefined || !settings.siteKeys) throw new Refusal('not-found');
  const address = `${deps.basePath}/form/${tenant}`;
  const view = { settings, words: pageWords(settings), address, assets: Object.keys(assets) };
  return { tenant, view, frames: settings.siteKeys.flatMap(({ origins }) => origins) };
};

const page = async (content: Piece, { frames }: Site): Promise<Response> =>
  new Response(String(await content), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy(frames),
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
  });

/** What went wrong, as a page: whoever reads it wanted to tell somebody something, and has to know what to do now. */
const troubleAt =
  (deps: Deps, named: string, assets: Assets): AsPage =>
  async ({ code, extras }) => {
    const nowhere: Site = {
      tenant: '',
      view: { settings: {}, words: pageWords({}), address: '', assets: [] },
      frames: [],
    };
    const site = await siteAt(deps, named, assets).catch(() => nowhere);
    const shown = await page(troublePage(site.view, code), site);
    return new Response(shown.body, {
      status: problems[code].status,
      headers: { ...Object.fromEntries(shown.headers), ...extras.headers },
    });
  };

type Turn = { readonly deps: Deps; readonly site: Site; readonly filling: Filling };

const showQuestions = (
  { site, filling }: Turn,
  shown: ConcernPage,
  problems = checkConcern({}, undefined).slice(0, 0),
) => page(questionPage({ view: site.view, ...filling }, shown, problems), site);

const showCheck = ({ site, filling }: Turn, problems: readonly ConcernProblem[] = []) =>
  page(checkPage({ view: site.view, ...filling }, problems), site);

/** Sends what was written as any page would, with a token that is good for one concern: the same again, however often. */
const send = async (turn: Turn, call: (request: Request) => Promise<Response>, origin: string): Promise<Response> => {
  const { deps, site, filling } = turn;
  const problems = checkConcern(filling.answers);
  if (problems.length > 0) return showCheck(turn, problems);
  const { timescales } = (await deps.tenancy.policyOf(site.tenant)) ?? englandCareAct;
  const caller = {
    tenant: site.tenant,
    role: 'referrer',
    subject: 'site:hosted',
    organisation: 'public',
    once: true,
  } as const;
  const { token } = await mintOwn(deps.tenancy.keys, caller, deps.clock());
  const answer = await call(
    new Request(`${origin}${deps.basePath}${routes.raiseConcern.path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        [headers.idempotencyKey]: filling.idempotencyKey,
      },
      body: JSON.stringify(toConcern(filling.answers)),
    }),
  );
  if (answer.status !== routes.raiseConcern.status) {
    // What was sent first is kept, and has its receipt; nothing that was changed after it reached anybody.
    return page(notSentPage({ view: site.view, ...filling }), site);
  }
  const receipt = (await answer.json()) as Receipt;
  // It is kept: whatever fails from here on must not say that it was not. A draft that stays is gone in some hours.
  await end(deps, site.tenant, filling.sealed).catch(() => undefined);
  return page(receiptPage(site.view, receipt, timescales, wayOf(filling.answers) === 'myself'), site);
};

/** What a page brought, and which page comes next. */
const turnPage = async (asking: Asking & { readonly site: Site }): Promise<Response> => {
  const { deps, site, given, call, origin } = asking;
  const [from, go] = [given.get('page') ?? '', given.get('go') ?? 'next'];
  if (go === 'before') return page(beforePage(site.view), site);
  if (from === 'news-code') return page(await openNews(asking), site);
  if (from === 'news') return page(await addNews(asking), site);
  if (from === 'before') {
    if (go === 'route') return page(routePage(site.view), site);
    if (go === 'news') return page(codePage(site.view), site);
    const filling = await begin(deps, site.tenant);
    const [first] = pagesFor(filling.answers);
    return first ? showQuestions({ deps, site, filling }, first) : showCheck({ deps, site, filling });
  }
  const askedBefore = new Set<string>();
  const filling = await goOn(deps, site.tenant, given.get('state') ?? '', (answers) => {
    const here = pagesFor(answers).find(({ id }) => id === from);
    for (const { id } of here ? questionsOn(here, answers) : []) askedBefore.add(id);
    const asked = (here?.questions ?? []).filter(({ id }) => askedBefore.has(id));
    const fields = asked.map((question) => questionField(question, answers, site.view.words.textOf));
    return { ...answers, ...answersIn(given, fields) };
  });
  if (!filling) return page(tooOld(site.view), site);
  const turn = { deps, site, filling };
  const pages = pagesFor(filling.answers);
  const at = pages.findIndex(({ id }) => id === from);
  const here = pages[at];
  const change = go.startsWith('change:') ? pages.find(({ id }) => id === go.slice('change:'.length)) : undefined;
  if (change) return showQuestions(turn, change);
  if (go === 'send') return send(turn, call, origin);
  if (go === 'check') return showCheck(turn);
  if (go === 'back') {
    const before = from === 'check' ? pages.at(-1) : pages[at - 1];
    return before ? showQuestions(turn, before) : page(beforePage(site.view), site);
  }
  const problems = here ? checkConcern(filling.answers, here) : [];
  if (here && problems.length > 0) return showQuestions(turn, here, problems);
  // An answer may call for another question on the same page: without scripts it is shown now.
  if (here && questionsOn(here, filling.answers).some(({ id }) => !askedBefore.has(id)))
    return showQuestions(turn, here);
  const next = pages.slice(at + 1).find((each) => questionsOn(each, filling.answers).length > 0);
  return next ? showQuestions(turn, next) : showCheck(turn);
};

/**
 * Hosted pages: the concern form as plain HTML, a page for each thing to think about, which works without scripts. What was written is kept
 * with us, encrypted, for some hours; on the device there is nothing but a sealed name of it in the page itself.
 */
export const addPages = (
  app: Hono,
  {
    deps,
    serve,
    assets,
    call,
  }: {
    readonly deps: Deps;
    readonly serve: Serve;
    readonly assets: Assets;
    readonly call: (request: Request) => Promise<Response>;
  },
): void => {
  app.get(PATH, ({ req }) => {
    const work = async (): Promise<Response> => {
      const site = await siteAt(deps, req.param('tenant'), assets);
      return page(beforePage(site.view), site);
    };
    return serve(req.raw, {}, work, troubleAt(deps, req.param('tenant'), assets));
  });
  app.post(PATH, ({ req }) => {
    const work = async (): Promise<Response> => {
      await deps.limits.unknown(deps.addressOf(req.raw));
      const site = await siteAt(deps, req.param('tenant'), assets);
      const given = await readForm(req.raw, MAX_FORM_BYTES);
      const { origin } = new URL(req.url);
      return turnPage({ deps, site, given, call, origin });
    };
    return serve(req.raw, {}, work, troubleAt(deps, req.param('tenant'), assets));
  });
  app.get(`${PATH}/assets/:name`, ({ req }) =>
    serve(req.raw, {}, async () => {
      const { view } = await siteAt(deps, req.param('tenant'), assets);
      const name = req.param('name');
      const found =
        name === 'page.css'
          ? { body: `${themeCss(view.settings.theme ?? {})}${PAGE_CSS}`, contentType: 'text/css; charset=utf-8' }
          : Object.hasOwn(assets, name)
            ? assets[name]
            : undefined;
      if (!found) throw new Refusal('not-found');
      return new Response(found.body, { headers: { 'Content-Type': found.contentType } });
    }),
  );
};
