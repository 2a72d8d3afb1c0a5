import { setTimeout as wait } from 'node:timers/promises';
import { type MspClient, MspError, createMspClient } from '@msp/sdk';
import type { NewEvent } from '@msp/sdk/contract';
import { chanceFor } from './chance.js';
import { type Acknowledged, nothingAcknowledged, wordsOf } from './reckoning.js';
import { type Sender, tokenFor } from './tokens.js';

const PATIENCE_MS = 60_000;
/** Whoever stands at a form waits longer between attempts; here nobody does. */
const SOON_MS = 25;

/** What a practitioner records straight after a concern, where chance has it so. */
const FURTHER_EVENTS: readonly NewEvent[] = [
  { type: 'concern.acknowledged' },
  { type: 'case.allocated', data: { to: 'worker-3' } },
];

/** No answer came, or one that says to come back: the same may be sent again with the same key. */
const isPassing = (error: unknown): boolean =>
  error instanceof MspError && (error.code === 'unreachable' || error.code === 'unavailable');

/** Several people who send concerns at the same time, and events after some of them; each until it is acknowledged. */
export class Writers {
  readonly acknowledged: Acknowledged = nothingAcknowledged();
  /** Submissions that the server refused: with a sound server there are none. */
  readonly refused: string[] = [];
  readonly #address: string;
  readonly #tenant: string;
  readonly #count: number;
  #atWork: Promise<void>[] = [];
  readonly #plain: boolean;
  readonly #givingUp = new AbortController();
  #isResting = false;
  #sent = 0;

  constructor(options: { address: string; tenant: string; count: number; plain: boolean }) {
    this.#address = options.address;
    this.#tenant = options.tenant;
    this.#count = options.count;
    this.#plain = options.plain;
  }

  get concerns(): number {
    return this.acknowledged.concerns.size;
  }

  get events(): number {
    return this.acknowledged.events.size;
  }

  start(): void {
    this.#isResting = false;
    this.#atWork = Array.from({ length: this.#count }, async () => {
      while (!this.#isResting) await this.#submit();
    });
  }

  /** Nobody begins anything more; what was begun is brought to its end. */
  async rest(): Promise<void> {
    this.#isResting = true;
    await Promise.all(this.#atWork);
  }

  /** Nobody waits for an answer any more. */
  async giveUp(): Promise<void> {
    this.#givingUp.abort();
    await this.rest();
  }

  /** Waits until so many more concerns are acknowledged. */
  async untilMore(concerns: number): Promise<void> {
    const enough = this.concerns + concerns;
    for (const deadline = Date.now() + PATIENCE_MS; this.concerns < enough; await wait(2))
      if (Date.now() > deadline) throw new Error('Nothing is acknowledged any more.');
  }

  async #submit(): Promise<void> {
    this.#sent += 1;
    const name = `${this.#tenant}-${String(this.#sent).padStart(6, '0')}`;
    const chance = chanceFor(name);
    const concern = `${name}-concern`;
    const raiser = { subject: concern, role: 'referrer', once: !this.#plain && chance.next() < 0.5 } as const;
    const receipt = await this.#untilAcknowledged(raiser, (client, signal) =>
      client.raiseConcern({ whatHappened: wordsOf(concern) }, { idempotencyKey: concern, signal }),
    );
    if (!receipt) return;
    this.acknowledged.concerns.set(concern, receipt);
    const { caseId } = receipt;
    for (const [index, event] of FURTHER_EVENTS.entries()) {
      if (this.#plain || chance.next() < 0.5) return;
      const expectedVersion = index + 1;
      const subject = `${name}-event-${expectedVersion}`;
      const recorded = await this.#untilAcknowledged({ subject, role: 'practitioner' }, (client, signal) =>
        client.recordEvent(caseId, event, { idempotencyKey: subject, expectedVersion, signal }),
      );
      if (!recorded) return;
      this.acknowledged.events.set(subject, { ...recorded, caseId });
    }
  }

  /** Sends it again, under the same key, for as long as no answer comes. */
  async #untilAcknowledged<A>(
    sender: Omit<Sender, 'tenant'>,
    send: (client: MspClient, signal: AbortSignal) => Promise<A>,
  ): Promise<A | undefined> {
    const client = createMspClient({
      endpoint: this.#address,
      token: await tokenFor({ tenant: this.#tenant, ...sender }),
      timeoutMs: 5_000,
      delay: (ms) => wait(Math.min(ms, SOON_MS)),
      random: chanceFor(sender.subject).next,
    });
    for (const deadline = Date.now() + PATIENCE_MS; ; await wait(SOON_MS)) {
      try {
        return await send(client, this.#givingUp.signal);
      } catch (error) {
        if (isPassing(error) && Date.now() < deadline) continue;
        this.refused.push(error instanceof MspError ? error.code : String(error));
        return undefined;
      }
    }
  }
}
