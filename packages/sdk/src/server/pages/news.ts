import { newsOf } from '@msp/workflows/questions';
import * as z from 'zod/mini';
import { type CaseAnswer, headers, routes } from '../../contract.js';
import type { KeptCode } from '../../store/port.js';
import { mintOwn } from '../auth/own-tokens.js';
import type { Deps } from '../call.js';
import { codeOfSession, openTyped } from '../routes/codes.js';
import type { Piece } from './fields.js';
import { type PageView, tooOld } from './layout.js';
import { type NewsShown, codePage, newsPage } from './news-pages.js';
import { seal, unsealed } from './state.js';

/** What travels with the page: the session that the code began, and the key under which what is added is sent. */
const sessionSchema = z.strictObject({ session: z.string(), key: z.string() });

/** Whose words these are, in the record of the case. */
const FROM = 'Whoever raised the concern';

type Site = { readonly tenant: string; readonly view: PageView };

/** How the pages of whoever raised a concern ask the rest of the server: as any caller would. */
export type Asking = {
  readonly deps: Deps;
  readonly site: Site;
  readonly given: URLSearchParams;
  readonly call: (request: Request) => Promise<Response>;
  readonly origin: string;
};

const asReferrer = async (
  { deps, site, call, origin }: Asking,
  { id, caseId, role, subject, organisation }: KeptCode,
) => {
  const caller = { tenant: site.tenant, role, subject, organisation, caseId, code: id };
  const { token } = await mintOwn(deps.tenancy.keys, caller, deps.clock());
  const send = (path: string, init: RequestInit, more: Record<string, string> = {}): Promise<Response> =>
    call(
      new Request(`${origin}${deps.basePath}${path.replace(':caseId', caseId)}`, {
        ...init,
        headers: { authorization: `Bearer ${token}`, ...more },
      }),
    );
  return {
    read: async (): Promise<CaseAnswer | undefined> => {
      const answer = await send(routes.readCase.path, {});
      return answer.status === routes.readCase.status ? ((await answer.json()) as CaseAnswer) : undefined;
    },
    add: async (data: object, key: string, version: number): Promise<number> => {
      const body = JSON.stringify({ type: 'information.received', data });
      const more = {
        'content-type': 'application/json',
        [headers.idempotencyKey]: key,
        [headers.ifMatch]: `"${version}"`,
      };
      return (await send(routes.recordEvent.path, { method: 'POST', body }, more)).status;
    },
  };
};

const NOTHING = { more: '', callBack: '' };

const show = async (
  asking: Asking,
  code: KeptCode,
  { session, key, ...shown }: Pick<NewsShown, 'state' | 'typed'> & z.output<typeof sessionSchema>,
): Promise<Piece> => {
  const { deps, site } = asking;
  const current = await (await asReferrer(asking, code)).read();
  if (!current) return codePage(site.view, 'not-found');
  const sealed = await seal(deps, site.tenant, { session, key });
  return newsPage(site.view, { ...shown, sealed, reference: current.reference, news: newsOf(current.view.entries) });
};

/** Opens the page with the code of a receipt. A wrong code, one that is spent and one that never was look the same. */
export const openNews = async (asking: Asking): Promise<Piece> => {
  const { deps, site, given } = asking;
  const typed = (given.get('code') ?? '').trim();
  if (typed === '') return codePage(site.view, 'missing');
  const opened = await openTyped(deps, { tenant: site.tenant, code: typed, now: deps.clock(), role: 'referrer' });
  if (!opened) return codePage(site.view, 'not-found');
  const { session } = opened;
  return show(asking, opened.code, { session, key: crypto.randomUUID(), state: 'opened', typed: NOTHING });
};

/** Takes what somebody adds, once, however often it is sent. */
export const addNews = async (asking: Asking): Promise<Piece> => {
  const { deps, site, given } = asking;
  const state = await unsealed(deps, site.tenant, given.get('state') ?? '', sessionSchema);
  const code = state && (await codeOfSession(deps, { ...state, tenant: site.tenant, now: deps.clock() }));
  if (!state || !code) return tooOld(site.view);
  const typed = { more: given.get('more') ?? '', callBack: given.get('callBack') ?? '' };
  const [what, callBack] = [typed.more, typed.callBack].map((text) => (text.trim() === '' ? undefined : text));
  if (what === undefined && callBack === undefined) return show(asking, code, { ...state, state: 'missing', typed });
  const data = { from: FROM, ...(what !== undefined && { what }), ...(callBack !== undefined && { callBack }) };
  const referrer = await asReferrer(asking, code);
  // Somebody else may record something at the same moment: what was added is none the less true.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const current = await referrer.read();
    const status = current && (await referrer.add(data, state.key, current.version));
    if (status === routes.recordEvent.status)
      return show(asking, code, { ...state, key: crypto.randomUUID(), state: 'added', typed: NOTHING });
    if (status !== 409) break;
  }
  return show(asking, code, { ...state, state: 'not-added', typed });
};
