import type { ConsoleMessage, HTTPResponse, Page } from 'puppeteer-core';

/** An event or a concern of which the server said that it is kept. */
export type Acknowledged =
  | { readonly caseId: string; readonly kind: 'concern'; readonly reference: string }
  | { readonly caseId: string; readonly kind: 'event'; readonly id: string; readonly version: number };

const SILENT = ['log', 'info', 'debug'];

/** The browser's own note that the server answered 422: how it says that an event is refused. The page shows why. */
const isRefusal = (message: ConsoleMessage): boolean =>
  message.text().includes('status of 422') && CASE_ID.test(message.location().url ?? '');

const CASE_ID = /\/v1\/cases\/([0-9a-f-]{36})\/events/;

/**
 * Watches one page from its first moment: whatever it says in the console, whatever its policy had to stop, whatever it asks of
 * somebody else, and what the server acknowledged to it.
 */
export class Watch {
  readonly faults: string[] = [];
  readonly acknowledged: Acknowledged[];
  readonly #ownOrigin: string;
  #reading: Promise<void> = Promise.resolve();

  private constructor(ownOrigin: string, acknowledged: Acknowledged[]) {
    this.#ownOrigin = ownOrigin;
    this.acknowledged = acknowledged;
  }

  /** What is acknowledged on this page is added to the list: several visitors may share one. */
  static async over(page: Page, address: string, acknowledged: Acknowledged[] = []): Promise<Watch> {
    const watch = new Watch(new URL(address).origin, acknowledged);
    await page.evaluateOnNewDocument(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`The page’s policy stopped something: ${violatedDirective} ${blockedURI}`);
      });
    });
    page.on('console', (message) => {
      if (SILENT.includes(message.type()) || isRefusal(message)) return;
      watch.faults.push(`console ${message.type()}: ${message.text()} ${message.location().url ?? ''}`);
    });
    page.on('pageerror', (error) => watch.faults.push(`uncaught: ${String(error)}`));
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== watch.#ownOrigin) watch.faults.push(`asked elsewhere: ${request.url()}`);
    });
    page.on('response', (response) => {
      const status = response.status();
      if (status === 201) watch.#reading = watch.#reading.then(() => watch.#read(response));
      else if (status >= 400 && status !== 422) watch.faults.push(`answer ${status}: ${response.url()}`);
    });
    return watch;
  }

  /** What was acknowledged so far, once all answers are read. */
  async settled(): Promise<readonly Acknowledged[]> {
    await this.#reading;
    return this.acknowledged;
  }

  async #read(response: HTTPResponse): Promise<void> {
    const { pathname } = new URL(response.url());
    const body = (await response.json()) as Record<string, unknown>;
    const caseId = CASE_ID.exec(pathname)?.[1];
    if (caseId) {
      const event = body['event'] as { id: string };
      this.acknowledged.push({ caseId, kind: 'event', id: event.id, version: body['version'] as number });
    } else if (pathname.endsWith('/v1/concerns')) {
      const { caseId: opened, reference } = body as { caseId: string; reference: string };
      this.acknowledged.push({ caseId: opened, kind: 'concern', reference });
    }
  }
}
