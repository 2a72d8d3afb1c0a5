import type { EventData } from '@msp/workflows';
import {
  type Audit,
  type CaseAnswer,
  type CaseList,
  type Chain,
  type CodeList,
  type Deliveries,
  type DueErasures,
  type DroppedDraft,
  type Erased,
  type EventList,
  type KeptApart,
  type MadeCode,
  type NewCodeOptions,
  type NewEvent,
  type NewSettings,
  type OpenedDraft,
  type Receipt,
  type RecordedEvent,
  type RetriedDelivery,
  type RevokedCode,
  type SamePerson,
  type SavedDraft,
  type ShownSettings,
  type Site,
  routes,
} from '../contract.js';
import { wait } from './retry.js';
import { createSend } from './send.js';

export type MspClientOptions = {
  /** Where the handler is mounted, such as `https://msp.example` or `/safeguarding`. */
  readonly endpoint: string;
  /** A token from the host's back end, or a function that fetches a fresh one. It is asked before each call and kept nowhere. */
  readonly token?: string | (() => string | Promise<string>);
  /** In place of a token, for a page without a back end that raises concerns: the public site key from the organisation's settings. */
  readonly siteKey?: string;
  readonly fetch?: typeof fetch;
  /** How long one attempt may take; 20 seconds where nothing is said. */
  readonly timeoutMs?: number;
  /** How often something is sent before giving up; 4 where nothing is said. */
  readonly attempts?: number;
  /** For tests: waits between attempts, and chance. */
  readonly delay?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly random?: () => number;
};

type Calling = {
  /** Gives the call up. It rejects with the signal's reason. */
  readonly signal?: AbortSignal;
};

type Writing = Calling & {
  /** Made once, when the form opens (`newIdempotencyKey()`), and the same for every attempt. */
  readonly idempotencyKey: string;
};

/** Typed calls to the server. Every call rejects with an `MspError` whose `code` says what to do. */
export type MspClient = {
  /** Sends a concern. The receipt comes only after the server committed it. */
  raiseConcern(data: EventData<'concern.raised'>, options: Writing): Promise<Receipt>;
  /** Keeps what somebody began to write. Show them the code: it is the one way back. With `code`, in place of what was kept under it. */
  saveDraft(
    draft: Readonly<Record<string, unknown>>,
    options?: Calling & { readonly code?: string },
  ): Promise<SavedDraft>;
  /** What somebody began to write, by its code, however they typed it. */
  openDraft(code: string, options?: Calling): Promise<OpenedDraft>;
  /** Removes a draft for good. */
  dropDraft(code: string, options?: Calling): Promise<DroppedDraft>;
  /** The organisation's cases, the newest concern first: never names or words. For practitioners and managers. */
  listCases(options?: Calling & { readonly before?: string; readonly limit?: number }): Promise<CaseList>;
  /** What the caller's role may see of a case. */
  readCase(caseId: string, options?: Calling): Promise<CaseAnswer>;
  /** The entries of a case after a sequence, as far as the caller's role may see them. */
  readEvents(caseId: string, options?: Calling & { readonly after?: number }): Promise<EventList>;
  /** Who wrote, read and erased in a case, the newest first. For managers. */
  readAudit(caseId: string, options?: Calling): Promise<Audit>;
  /** Whether the record of a case is as it was sealed, and the end of its chain. For managers. */
  readChain(caseId: string, options?: Calling): Promise<Chain>;
  /** Destroys the key of a closed case: nobody reads again what people wrote in it. Cannot be undone. For managers. */
  eraseWords(caseId: string, reference: string, options?: Calling): Promise<Erased>;
  /** Other cases that may be about the same person: to be linked (`case.linked`) or kept apart by somebody who knows. For staff. */
  findSamePerson(caseId: string, options?: Calling): Promise<SamePerson>;
  /** Says that another case is about another person. For staff. */
  keepApart(caseId: string, otherCaseId: string, options?: Calling): Promise<KeptApart>;
  /** A code for the adult, or who represents or supports them: give it to them in person. It is shown once. For staff. */
  makeCode(caseId: string, code: NewCodeOptions, options?: Calling): Promise<MadeCode>;
  /** The codes of a case, without what was handed out. For staff. */
  listCodes(caseId: string, options?: Calling): Promise<CodeList>;
  /** Ends a code, and whatever it opened, at once. For staff. */
  revokeCode(caseId: string, id: string, options?: Calling): Promise<RevokedCode>;
  /** What the organisation set for itself, without secrets, and which version of it that is. For managers. */
  readSettings(options?: Calling): Promise<ShownSettings>;
  /** Sets everything anew for the organisation. `expectedVersion` is the version that the writer saw. For managers. */
  saveSettings(settings: NewSettings, options: Calling & { readonly expectedVersion: number }): Promise<ShownSettings>;
  /** Closed cases whose words have been kept for as long as the organisation set (`closedCasesYears`): `eraseWords` erases one. For managers. */
  listErasures(options?: Calling): Promise<DueErasures>;
  /** What was sent to the organisation's own systems; where no state is named, what was given up. For managers. */
  listDeliveries(options?: Calling & { readonly state?: 'waiting' | 'delivered' | 'dead' }): Promise<Deliveries>;
  /** Lets a message that was given up be tried again. For managers. */
  retryDelivery(which: { readonly id: string; readonly webhook: string }, options?: Calling): Promise<RetriedDelivery>;
  /** What the public form of this client's site shows: names, words, whom to call. Needs `siteKey`. */
  openSite(options?: Calling): Promise<Site>;
  /** Records an event in a case of which the caller saw `expectedVersion`. */
  recordEvent(
    caseId: string,
    event: NewEvent,
    options: Writing & { readonly expectedVersion: number },
  ): Promise<RecordedEvent>;
};

/** A key that names one submission. Make it when the form opens and keep it until the receipt is there. */
export const newIdempotencyKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export const sendWith = (
  { endpoint, fetch: given, timeoutMs = 20_000, attempts = 4, delay = wait, random = Math.random }: MspClientOptions,
  token: NonNullable<MspClientOptions['token']>,
) =>
  createSend({
    endpoint,
    token,
    fetch: given ?? ((...request) => fetch(...request)),
    timeoutMs,
    retry: { attempts, delay, random },
  });

/**
 * The client for browsers and Node. It keeps nothing: no storage, no cookie, no cache.
 *
 * What is lost on the way is sent again, after a pause, a few times: safe, because the server records the same key once.
 *
 * @throws {TypeError} where `endpoint` or `token` is missing
 * @example
 * const client = createMspClient({ endpoint: '/safeguarding', token: () => fetch('/token').then((r) => r.text()) });
 * const { reference } = await client.raiseConcern({ whatHappened }, { idempotencyKey: newIdempotencyKey() });
 */
export const createMspClient = (options: MspClientOptions): MspClient => {
  if (typeof options.endpoint !== 'string')
    throw new TypeError('[@msp/sdk] createMspClient: option "endpoint" is missing. Give the address of the server.');
  const { token, siteKey } = options;
  if (!token && !siteKey)
    throw new TypeError(
      '[@msp/sdk] createMspClient: option "token" is missing. Give a token, or a function that fetches one; or a "siteKey".',
    );
  const openSite = ({ signal }: Calling = {}): Promise<Site> =>
    send({ route: routes.openSite, body: { siteKey }, signal });
  const send = sendWith(options, token ?? (async () => (await openSite()).token));
  return {
    raiseConcern: (data, { idempotencyKey, signal }) =>
      send({ route: routes.raiseConcern, body: data, idempotencyKey, signal }),
    saveDraft: (draft, { code, signal } = {}) =>
      send({ route: routes.saveDraft, body: code === undefined ? { draft } : { draft, code }, signal }),
    openDraft: (code, { signal } = {}) => send({ route: routes.openDraft, body: { code }, signal }),
    dropDraft: (code, { signal } = {}) => send({ route: routes.dropDraft, body: { code }, signal }),
    listCases: ({ before, limit, signal } = {}) =>
      send({ route: routes.listCases, query: { before, limit: limit?.toString() }, signal }),
    readCase: (caseId, { signal } = {}) => send({ route: routes.readCase, params: { caseId }, signal }),
    readEvents: (caseId, { after, signal } = {}) =>
      send({ route: routes.readEvents, params: { caseId }, query: { after: after?.toString() }, signal }),
    readAudit: (caseId, { signal } = {}) => send({ route: routes.readAudit, params: { caseId }, signal }),
    readChain: (caseId, { signal } = {}) => send({ route: routes.readChain, params: { caseId }, signal }),
    eraseWords: (caseId, reference, { signal } = {}) =>
      send({ route: routes.eraseWords, params: { caseId }, body: { reference }, signal }),
    findSamePerson: (caseId, { signal } = {}) => send({ route: routes.findSamePerson, params: { caseId }, signal }),
    keepApart: (caseId, otherCaseId, { signal } = {}) =>
      send({ route: routes.keepApart, params: { caseId }, body: { otherCaseId }, signal }),
    makeCode: (caseId, code, { signal } = {}) =>
      send({ route: routes.makeCode, params: { caseId }, body: code, signal }),
    listCodes: (caseId, { signal } = {}) => send({ route: routes.listCodes, params: { caseId }, signal }),
    revokeCode: (caseId, id, { signal } = {}) =>
      send({ route: routes.revokeCode, params: { caseId }, body: { id }, signal }),
    readSettings: ({ signal } = {}) => send({ route: routes.readSettings, signal }),
    saveSettings: (settings, { expectedVersion, signal }) =>
      send({ route: routes.saveSettings, body: settings, expectedVersion, signal }),
    listErasures: ({ signal } = {}) => send({ route: routes.listErasures, signal }),
    listDeliveries: ({ state, signal } = {}) => send({ route: routes.listDeliveries, query: { state }, signal }),
    retryDelivery: ({ id, webhook }, { signal } = {}) =>
      send({ route: routes.retryDelivery, body: { id, webhook }, signal }),
    openSite,
    recordEvent: (caseId, event, { idempotencyKey, expectedVersion, signal }) =>
      send({ route: routes.recordEvent, params: { caseId }, body: event, idempotencyKey, expectedVersion, signal }),
  };
};
