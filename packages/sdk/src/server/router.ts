import { Hono } from 'hono';
import { type Route, type RouteName, formatVersion, routes } from '../contract.js';
import { type Answer, type Call, type Deps, prepare } from './call.js';
import { type Assets, addPages } from './pages/pages.js';
import { Refusal } from './problem.js';
import { readVersion, watchCase } from './routes/live.js';
import { listCodes, makeCode, openCode, renewCode, revokeCode } from './routes/codes.js';
import { listErasures } from './routes/erasures.js';
import { listDeliveries, retryDelivery } from './routes/deliveries.js';
import { live, ready } from './routes/health.js';
import { listCases } from './routes/list-cases.js';
import { openApi } from './routes/open-api.js';
import { raiseConcern } from './routes/raise-concern.js';
import { openSite } from './routes/open-site.js';
import { readCase, readEvents } from './routes/read-case.js';
import { recordEvent } from './routes/record-event.js';
import { dropDraft, openDraft, saveDraft } from './routes/drafts.js';
import { findSamePerson, keepApart } from './routes/same-person.js';
import { readSettings, saveSettings } from './routes/settings.js';
import { eraseWords, readAudit, readChain } from './routes/trust.js';
import type { Serve } from './serve.js';

const answerers: { readonly [N in RouteName]: (call: Call<(typeof routes)[N]>) => Promise<Answer> } = {
  raiseConcern,
  saveDraft,
  openDraft,
  dropDraft,
  listCases,
  readCase,
  readEvents,
  recordEvent,
  readVersion,
  watchCase,
  readAudit,
  readChain,
  eraseWords,
  findSamePerson,
  keepApart,
  makeCode,
  listCodes,
  revokeCode,
  openCode,
  renewCode,
  readSettings,
  saveSettings,
  listErasures,
  listDeliveries,
  retryDelivery,
  openSite,
  live,
  ready,
  openApi,
};

const all = Object.entries(routes) as [RouteName, Route][];

const methodsByPath = (): Map<string, string[]> => {
  const methods = new Map<string, string[]>();
  for (const [, { path, method }] of all) methods.set(path, [...(methods.get(path) ?? []), method]);
  return methods;
};

// Some proxies keep answers back until they are whole, unless told not to.
const streamHeaders = { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' };

const toResponse = ({ status }: Route, answer: Answer): Response => {
  if ('stream' in answer) return new Response(answer.stream, { status, headers: streamHeaders });
  const { body, version } = answer;
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/json',
      ...(version === undefined ? {} : { ETag: formatVersion(version) }),
    },
  });
};

/** Leads each request to the route of the contract that it is for. */
export const createRouter = ({
  deps,
  serve,
  assets,
}: {
  readonly deps: Deps;
  readonly serve: Serve;
  readonly assets: Assets | undefined;
}) => {
  const app = new Hono().basePath(deps.basePath);
  for (const [name, route] of all) {
    const answer = answerers[name] as (call: Call<Route>) => Promise<Answer>;
    // Whether a server lives is answered also when everybody waits.
    const inTurn = (call: Call<Route>): Promise<Answer> =>
      route.roles === 'anyone' && !route.body ? answer(call) : deps.lanes.run(call.caller, () => answer(call));
    app.on(route.method, route.path, ({ req }) => {
      const params: Readonly<Record<string, string>> = req.param();
      return serve(req.raw, { route: name, caseId: params['caseId'] }, async (meet) =>
        toResponse(route, await inTurn(await prepare(route, req.raw, params, deps, meet))),
      );
    });
  }
  for (const [path, methods] of methodsByPath()) {
    app.all(path, ({ req }) =>
      serve(req.raw, {}, () =>
        Promise.reject(new Refusal('method-not-allowed', { headers: { Allow: methods.join(', ') } })),
      ),
    );
  }
  if (assets) addPages(app, { deps, serve, assets, call: async (request) => app.fetch(request) });
  app.notFound(({ req }) => serve(req.raw, {}, () => Promise.reject(new Refusal('not-found'))));
  return async (request: Request): Promise<Response> => app.fetch(request);
};
