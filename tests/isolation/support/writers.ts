import assert from 'node:assert/strict';
import { readRecord } from '@msp/sdk/server';
import type { Store } from '@msp/sdk/store';
import { type Answered, type Ask, asking, codeOf, vault } from './asking.js';
import { type Random, randomFrom } from './random.js';

const MOST_ATTEMPTS = 12;

/** One case, the people who write in it at the same moment, and what they were told. */
type Desk = {
  readonly ask: Ask;
  readonly random: Random;
  readonly tenant: string;
  readonly caseId: string;
  /** What was said to be kept: the marks of the writers, by the id of the event. */
  readonly kept: Map<string, { readonly mark: string; readonly sequence: number }>;
  conflicts: number;
};

const as = (tenant: string, subject: string) => ({ tenant, role: 'practitioner', subject }) as const;

/** The same request several times at once: what impatient people, and clients that retry, do. */
const together = async (times: number, send: () => Promise<Answered>): Promise<Answered> => {
  const answers = await Promise.all(Array.from({ length: times }, send));
  const [first] = answers;
  assert.ok(first);
  for (const answer of answers) {
    assert.equal(answer.status, first.status, 'one request with one key is answered once');
    // Refused, each may be told of what somebody else wrote meanwhile.
    if (first.status === 201) assert.deepEqual(answer, first, 'and answered the same');
  }
  return first;
};

/** A concern, sent by several attempts at once: one case, whoever came first. */
const raise = async (ask: Ask, tenant: string, random: Random): Promise<string> => {
  const asked = { as: as(tenant, 'writer-0'), key: `raise-${tenant}`.padEnd(24, '-'), body: { whatHappened: 'x' } };
  const { status, body } = await together(1 + random.below(3), () => ask('POST', '/v1/concerns', asked));
  assert.equal(status, 201);
  const { body: list } = await ask('GET', '/v1/cases', { as: as(tenant, 'writer-0') });
  assert.equal((list['cases'] as unknown[]).length, 1, 'however often it was sent, there is one case');
  return body['caseId'] as string;
};

const contentOf = (mark: string, random: Random): object =>
  random.below(2) === 0
    ? { type: 'danger.reported', data: { what: mark } }
    : { type: 'conversation.held', data: { with: ['person'], how: 'phone', freeToSpeak: 'yes', words: mark } };

type Write = { readonly mark: string; readonly subject: string; readonly content: object };

/** One attempt from the version that the writer has before them. @returns whether it was kept, and the version that they know of now */
const attempt = async (desk: Desk, write: Write, seen: number, key: string): Promise<[boolean, number]> => {
  const { ask, caseId, random, tenant } = desk;
  const { mark, subject, content } = write;
  const asked = { as: as(tenant, subject), key, version: seen, body: content };
  const times = random.below(3) === 0 ? 2 : 1;
  const answer = await together(times, () => ask('POST', `/v1/cases/${caseId}/events`, asked));
  if (answer.status === 201) {
    const { event, version } = answer.body as { event: { id: string; sequence: number }; version: number };
    assert.deepEqual([event.sequence, version], [seen + 1, seen + 1], 'what is kept follows what the writer saw');
    assert.ok(!desk.kept.has(event.id), 'an event is said to be kept once');
    desk.kept.set(event.id, { mark, sequence: event.sequence });
    return [true, version];
  }
  assert.deepEqual([answer.status, codeOf(answer)], [409, 'version-conflict']);
  const { version } = answer.body['conflict'] as { version: number };
  assert.ok(version > seen, 'who is told of a conflict is told of something newer');
  desk.conflicts += 1;
  return [false, version];
};

const write = async (desk: Desk, writer: number): Promise<void> => {
  const { ask, caseId, random, tenant } = desk;
  const subject = `writer-${writer}`;
  let seen = 1;
  const writes = 1 + random.below(3);
  for (let number = 0; number < writes; number += 1) {
    const mark = `${writer}/${number}`;
    const content = contentOf(mark, random);
    const isStale = random.below(4) === 0;
    for (let tries = 0; tries < MOST_ATTEMPTS; tries += 1) {
      if (!isStale || tries > 0) {
        const { body } = await ask('GET', `/v1/cases/${caseId}`, { as: as(tenant, subject) });
        seen = body['version'] as number;
      }
      // A key whose request was refused is free: who tries again may use it again, or not.
      const key = `write-${tenant}-${mark.replace('/', '-')}-${random.below(2) === 0 ? 0 : tries}`.padEnd(24, '-');
      const [isKept, version] = await attempt(desk, { mark, subject, content }, seen, key);
      seen = version;
      if (isKept) break;
    }
  }
};

/** The record has what was said to be kept, once, in its place; and nothing else. */
const assertWhole = async (store: Store, { ask, tenant, caseId, kept }: Desk): Promise<void> => {
  const record = (await readRecord({ store, vault }, tenant, caseId)) ?? [];
  assert.deepEqual(
    record.map(({ sequence }) => sequence),
    Array.from({ length: kept.size + 1 }, (_, index) => index + 1),
    'sequences have no gap and no repetition, and there are as many as were said to be kept',
  );
  for (const event of record.slice(1)) {
    const said = kept.get(event.id);
    assert.equal(said?.sequence, event.sequence, 'each event is where its writer was told it is');
    const { what, words } = event.data as { what?: string; words?: string };
    assert.equal(what ?? words, said?.mark, 'and says what they wrote');
  }
  const manager = { tenant, role: 'manager', subject: 'manager-1' } as const;
  const chain = await ask('GET', `/v1/cases/${caseId}/chain`, { as: manager });
  assert.equal(chain.body['intact'], true, JSON.stringify(chain.body));
  const audit = await ask('GET', `/v1/cases/${caseId}/audit`, { as: manager });
  const appends = (audit.body['entries'] as { action: string }[]).filter(({ action }) => action === 'append');
  assert.equal(appends.length, record.length, 'each is in the audit once');
};

const tryOne = async (store: Store, ask: Ask, history: number): Promise<Desk> => {
  const random = randomFrom(history);
  const tenant = `tenant-${history}`;
  const caseId = await raise(ask, tenant, random);
  const desk: Desk = { ask, random, tenant, caseId, kept: new Map(), conflicts: 0 };
  const writers = 2 + random.below(3);
  const all = await Promise.allSettled(Array.from({ length: writers }, (_, writer) => write(desk, writer)));
  const failed = all.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  await assertWhole(store, desk);
  return desk;
};

/** What histories of writers amounted to: so that a proof can see that they got in each other's way. */
export type Written = { readonly histories: number; readonly kept: number; readonly conflicts: number };

/**
 * Two to four people write in one case at the same moment, from what each of them last saw, and try again where somebody came first.
 * Nothing that was said to be kept is lost, nothing is kept twice, and what was refused left nothing behind.
 *
 * @throws AssertionError for the first history that is not so
 */
export const tryWriters = async (
  store: Store,
  { from, histories, atOnce = 4 }: { readonly from: number; readonly histories: number; readonly atOnce?: number },
): Promise<Written> => {
  const ask = asking({ store });
  const numbers = Array.from({ length: histories }, (_, index) => from + index);
  let [kept, conflicts] = [0, 0];
  while (numbers.length > 0) {
    const some = await Promise.allSettled(numbers.splice(0, atOnce).map((history) => tryOne(store, ask, history)));
    for (const one of some) {
      if (one.status === 'rejected') throw one.reason;
      kept += one.value.kept.size;
      conflicts += one.value.conflicts;
    }
  }
  return { histories, kept, conflicts };
};
