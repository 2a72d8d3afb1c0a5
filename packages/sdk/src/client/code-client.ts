import { type OpenedCode, routes } from '../contract.js';
import { type MspClient, type MspClientOptions, createMspClient, sendWith } from './client.js';

export type CodeClientOptions = Omit<MspClientOptions, 'token' | 'siteKey'> & {
  /** The organisation that gave the code. */
  readonly tenant: string;
  /** The code, however somebody typed it. */
  readonly code: string;
  /** Gives the opening up. */
  readonly signal?: AbortSignal;
};

/** What a code opened: a client that reaches this one case in this one role. */
export type CodeClient = Pick<OpenedCode, 'caseId' | 'role' | 'until'> & { readonly client: MspClient };

/** Tokens live ten minutes. One that is about to end is not sent: it would be refused on the way. */
const FRESH_MS = 9 * 60_000;

/**
 * Opens a case with a code: the adult's, an advocate's or a representative's own, or the one on a receipt. What was opened lives in memory
 * only, and ends when the page does, or two hours later.
 *
 * @throws {MspError} `not-found` for a code that opens nothing (any more)
 * @example
 * const { caseId, client } = await openWithCode({ endpoint: '/safeguarding', tenant: 'council', code: typed });
 * const { view } = await client.readCase(caseId);
 */
export const openWithCode = async ({ tenant, code, signal, ...options }: CodeClientOptions): Promise<CodeClient> => {
  const send = sendWith(options, () => '');
  let opened = await send({ route: routes.openCode, body: { tenant, code }, signal });
  // How long ago, and not until when: the clock of this device may be wrong.
  let fetchedAt = performance.now();
  const token = async (): Promise<string> => {
    if (performance.now() - fetchedAt >= FRESH_MS) {
      opened = await send({ route: routes.renewCode, body: { tenant, session: opened.session } });
      fetchedAt = performance.now();
    }
    return opened.token;
  };
  const { caseId, role, until } = opened;
  return { caseId, role, until, client: createMspClient({ ...options, token }) };
};
