import type { HTTPResponse, Page } from 'puppeteer-core';

/** An event or a concern of which the server said that it is kept. */
export type Acknowledged =
  | { readonly caseId: string; readonly kind: 'concern'; readonly reference: string }
  | { readonly caseId: string; readonly kind: 'event'; readonly id: string; readonly version: number };

const CASE_ID = /\/v1\/cases\/([0-9a-f-]{36})\/events/;

/**
 * Watches one page from its first moment: whatever it says in the console, whatever its policy had to stop, whatever it asks of
 * somebody else, and what the server acknowledged to it.
 */
export class Watch {
  readonly faults: string[] = [];
  readonly acknowledged: Acknowledged[] = [];
  readonly #ownOrigin: string;
  #reading: Promise<void> = Promise.resolve();

  private constructor(ownOrigin: string) {
    this.#ownOrigin = ownOrigin;
  }

  static async over(page: Page, address: string): Promise<Watch> {
    const watch = new Watch(new URL(address).origin);
    await page.evaluateOnNewDocument(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`The page’s policy stopped something: ${violatedDirective} ${blockedURI}`);
      });
    });
    page.on('console', (message) => {
      if (message.type() !== 'log' && message.type() !== 'info' && message.type() !== 'debug') {
        watch.faults.push(`console ${message.type()}: ${message.text()} ${message.location().url ?? ''}`);
      }
    });
    page.on('pageerror', (error) => watch.faults.push(`uncaught: ${String(error)}`));
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== watch.#ownOrigin) watch.faults.push(`asked elsewhere: ${request.url()}`);
    });
    page.on('response', (response) => {
      const { status } = { status: response.status() };
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
