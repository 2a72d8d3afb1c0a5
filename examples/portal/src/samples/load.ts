import { type MspClient, type NewEvent, createMspClient } from '@msp/sdk';
import { type KeyVault, createMspHandler } from '@msp/sdk/server';
import type { Store } from '@msp/sdk/store';
import { type SignedIn, TENANT, people, theAdult } from '../people.js';
import type { Tokens } from '../tokens.js';
import { earlyStories } from './early.stories.js';
import { lateStories } from './late.stories.js';
import type { Story, Teller } from './story.js';

const DAY = 24 * 60 * 60 * 1000;

const theSystem: SignedIn = { subject: 'council-clock', role: 'system', organisation: 'larkshire-council' };

const whoIs = (teller: Teller, caseId: string): SignedIn => {
  if (teller === 'adult') return theAdult(caseId);
  return teller === 'system' ? theSystem : people[teller];
};

/**
 * Loads the sample cases the way any concern comes in: through the interface, with tokens of the right roles, judged by the
 * same rules. Only the clock is another one, so that the stories did not all happen this minute.
 *
 * Every step has an idempotency key of its own that never changes. So pressing the button twice, or again after a crash half-way,
 * adds what is missing and nothing else.
 *
 * @returns whether anything was added
 */
export const sampleLoader = (store: Store, vault: KeyVault, tokens: Tokens): (() => Promise<boolean>) => {
  let now = new Date();
  const clock = (): Date => now;
  const handler = createMspHandler({ store, vault, auth: tokens.auth, clock });

  const clientFor = (who: SignedIn, caseId?: string): MspClient =>
    createMspClient({
      endpoint: 'http://portal.example',
      token: () => tokens.mint(who, { caseId, clock }),
      fetch: (input, init) => handler(new Request(input, init)),
    });

  const tell = async ({ id, daysAgo, raisedBy, concern, steps }: Story, today: number): Promise<void> => {
    const key = (step: number): string => `sample-${id}-${String(step).padStart(12, '0')}`;
    now = new Date(today - daysAgo * DAY);
    const raised = await clientFor(people[raisedBy]).raiseConcern(concern, { idempotencyKey: key(0) });
    // Counted from the receipt: told again tomorrow, the story has the same dates, and so the same steps.
    const began = Date.parse(raised.receivedAt);
    const dayAfter = (days: number): string => new Date(began + days * DAY).toISOString().slice(0, 10);
    for (const [index, { day, who, type, data }] of steps.entries()) {
      // A minute for each step, so that a day's entries stand in their order; never later than now.
      now = new Date(Math.min(began + day * DAY + index * 60_000, today));
      const event = { type, ...(data && { data: data(dayAfter) }) } as NewEvent;
      await clientFor(whoIs(who, raised.caseId), raised.caseId).recordEvent(raised.caseId, event, {
        idempotencyKey: key(index + 1),
        expectedVersion: index + 1,
      });
    }
  };

  const countEvents = async (): Promise<number> => {
    const { cases } = await store.listCases(TENANT, { limit: 500 });
    return cases.reduce((sum, { version }) => sum + version, 0);
  };

  const load = async (): Promise<boolean> => {
    const before = await countEvents();
    const today = Date.now();
    for (const story of [...earlyStories, ...lateStories]) await tell(story, today);
    return (await countEvents()) > before;
  };

  // Two presses at once are one.
  let loading: Promise<boolean> | undefined;
  return () => (loading ??= load().finally(() => (loading = undefined)));
};
