import { type Case, type CaseEvent, type DueEvent, dueEvents, nextDueAt, record } from '@msp/workflows';
import { v7 as uuidV7 } from 'uuid';
import { rowOf } from './case-row.js';
import { hash } from './hash.js';
import { loadCase } from './load-case.js';
import { describeError, toStandardError } from './log.js';
import { apart, newWordKey } from './privacy/keep-words.js';
import { dueForErasure } from './retention.js';
import { type Rounds, createRounds } from './rounds.js';
import { messagesOf } from './webhooks/messages.js';
import { type Tenancy, type TenancyOptions, createTenancy } from './tenants/tenancy.js';

/** What a scheduler tells: ids, codes and counts. Nothing that anybody wrote. */
export type SchedulerEntry = {
  readonly at: string;
  readonly tenant: string;
  readonly caseId?: string;
  /**
   * With `recorded`: the type of the event. With `failed`: the class of the error, and where it arose. With `erasure-due`, once a day: how many
   * closed cases have been kept for as long as the organisation set, 100 at most. `listErasures` names them to a manager.
   */
  readonly what: 'recorded' | 'failed' | 'erasure-due';
  readonly cases?: number;
  readonly type?: DueEvent['type'];
  readonly errorName?: string;
  readonly errorAt?: readonly string[];
};

export type SchedulerOptions = TenancyOptions & {
  /** Whose cases: the tenants that this server serves, asked before each round. */
  readonly tenants: () => readonly string[] | Promise<readonly string[]>;
  readonly clock?: () => Date;
  readonly newId?: () => string;
  /** How long it waits after a round, in milliseconds; a minute where nothing is said. */
  readonly everyMs?: number;
  readonly logger?: (entry: SchedulerEntry) => void;
};

export type Scheduler = Rounds & {
  /** Records whatever is due now, for every tenant, and removes drafts that have expired. @returns how many events it recorded */
  runOnce(): Promise<number>;
};

const AT_A_TIME = 100;
const EVERY_MS = 60_000;
const DAY_MS = 86_400_000;

const errorsOnly = (entry: SchedulerEntry): void => {
  if (entry.what === 'failed') toStandardError(entry);
};

/** Of those who find the same thing due in the same version of a case, one records it. */
const keyOf = (caseId: string, { type, data, at }: DueEvent, version: number): string =>
  hash(JSON.stringify(['due', caseId, type, data, at, version]));

/**
 * Records, as the `system`, what the passing of time brings about: check-ins that fall due and go overdue, timescales that pass. What
 * is due comes from the database alone, so several processes may run one each, and one that was down makes up for it: every event is
 * recorded once, with the moment at which it came about.
 *
 * @example
 * const scheduler = createScheduler({ store, vault, tenants: () => ['council'] });
 * scheduler.start();
 * process.once('SIGTERM', () => scheduler.stop());
 */
export const createScheduler = (options: SchedulerOptions): Scheduler => {
  const { store, vault } = options;
  const tenancy: Tenancy = createTenancy(options);
  const clock = options.clock ?? (() => new Date());
  const newId = options.newId ?? uuidV7;
  const log = options.logger ?? errorsOnly;

  /** Records what is due in one case. Where somebody else was faster, the next round looks again. */
  const settle = async (tenant: string, caseId: string, now: string): Promise<number> => {
    const {
      current: found,
      record: before,
      reference,
      raisedAt,
      wordKey,
    } = await loadCase({ store, vault, tenancy }, tenant, caseId);
    let current: Case = found;
    let kept = before;
    let key = wordKey ?? (await newWordKey(vault, tenant));
    let recorded = 0;
    for (let [due] = dueEvents(current, now); due; [due] = dueEvents(current, now)) {
      const { type, data, at } = due;
      const by = { id: 'system', role: 'system', organisation: tenant } as const;
      const event = { id: newId(), caseId, type, data, at, by } as CaseEvent;
      const result = record(current, event);
      if (!result.ok)
        throw new Error(`What is due was refused: ${result.blockers.map(({ code }) => code).join(', ')}.`);
      const version = current.entries.length;
      const sealed = await apart(tenant, { ...event, sequence: version + 1, recordedAt: now }, kept, key);
      const name = keyOf(caseId, due, version);
      const appended = await store.append({
        tenant,
        caseId,
        expectedVersion: version,
        events: [sealed],
        key: key.kept,
        messages: await messagesOf(tenancy, tenant, { after: result.case, event, reference, recordedAt: now }),
        case: rowOf(result.case, { reference, raisedAt, lastEventAt: now }),
        idempotency: { key: name, subject: 'system', requestHash: name, response: null },
      });
      if (!appended.ok) return recorded;
      log({ at: now, tenant, caseId, what: 'recorded', type });
      current = result.case;
      kept = [...kept, sealed];
      key = { ...key, kept: { ...key.kept, isNew: false } };
      recorded += 1;
    }
    if (recorded === 0)
      await store.postpone(tenant, caseId, { version: current.entries.length, nextDue: nextDueAt(current) });
    return recorded;
  };

  const settleAll = async (tenant: string, now: string): Promise<number> => {
    const done = new Set<string>();
    let recorded = 0;
    for (;;) {
      const found = await store.dueCases(tenant, now, AT_A_TIME + done.size);
      const left = found.filter((caseId) => !done.has(caseId));
      if (left.length === 0) return recorded;
      for (const caseId of left) {
        done.add(caseId);
        try {
          recorded += await settle(tenant, caseId, now);
        } catch (error) {
          // One case that cannot be read must not keep the others waiting.
          log({ at: now, tenant, caseId, what: 'failed', ...describeError(error) });
        }
      }
    }
  };

  const lookedAt = new Map<string, number>();

  /** Says once a day what has been kept for long enough. Nothing is erased here: that is for a person to decide. */
  const sayWhatIsDue = async (tenant: string, now: Date): Promise<void> => {
    if (now.getTime() < (lookedAt.get(tenant) ?? -Infinity) + DAY_MS) return;
    const { cases } = await dueForErasure({ store, tenancy }, tenant, now);
    lookedAt.set(tenant, now.getTime());
    if (cases.length > 0) log({ at: now.toISOString(), tenant, what: 'erasure-due', cases: cases.length });
  };

  const runOnce = async (): Promise<number> => {
    let recorded = 0;
    for (const tenant of await options.tenants()) {
      const now = clock().toISOString();
      try {
        recorded += await settleAll(tenant, now);
        await store.dropExpiredDrafts(tenant, now);
        await sayWhatIsDue(tenant, new Date(now));
      } catch (error) {
        log({ at: now, tenant, what: 'failed', ...describeError(error) });
      }
    }
    return recorded;
  };

  return { runOnce, ...createRounds(runOnce, options.everyMs ?? EVERY_MS) };
};
