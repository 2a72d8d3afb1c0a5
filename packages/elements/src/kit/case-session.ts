import { caseOf } from '@msp/workflows';
import type { Blocker, Case, CaseView, EventType, Role } from '@msp/workflows';
import { newIdempotencyKey } from '@msp/sdk';
import type { MspClient } from '@msp/sdk';

/** Where loading a case stands. */
export type CasePhase = 'waiting' | 'loading' | 'ready' | 'not-found' | 'not-allowed' | 'unreachable' | 'failed';

/** Somebody else recorded something first. */
export type Conflict = { readonly version: number; readonly at: string; readonly role: Role };

/** What became of a try to record an event. Only `recorded` means that it is kept. */
export type RecordOutcome =
  | { readonly result: 'recorded'; readonly type: EventType; readonly version: number }
  | { readonly result: 'blocked'; readonly blockers: readonly Blocker[] }
  | { readonly result: 'conflict'; readonly conflict: Conflict | undefined }
  | { readonly result: 'unreachable' | 'not-allowed' | 'not-found' | 'failed' };

/** An event to record: who and which case are known already. */
export type NewEvent = { readonly type: EventType; readonly data?: Record<string, unknown>; readonly at?: string };

/** A form on this page that can record an event: what it is called, and how to get to it. */
export type WayToRecord = { readonly title: string; show(type?: EventType): unknown };

/** Finds the form of one element for an event, if it has one here and now. */
export type FormFinder = (type: EventType) => WayToRecord | undefined;

type Loaded = {
  readonly caseId: string;
  readonly reference: string;
  readonly version: number;
  readonly view: CaseView;
};
type Refusal = { code?: unknown; status?: unknown; blockers?: readonly Blocker[]; conflict?: Conflict };

/** Why nothing came, by what the client threw. */
export function phaseOf(error: unknown): 'not-found' | 'not-allowed' | 'unreachable' | 'failed' {
  const { code, status } = (error ?? {}) as Refusal;
  if (code === 'unreachable') return 'unreachable';
  if (status === 404) return 'not-found';
  return status === 401 || status === 403 ? 'not-allowed' : 'failed';
}

/**
 * One loaded case, shared by all elements under one `<msp-case>`.
 *
 * An idempotency key is made once for each intended event and kept over every retry of it, so that a lost answer never
 * becomes a second entry. Every write names the version that was on screen; if somebody else was faster, the case is loaded
 * again and nothing is overwritten.
 */
export class CaseSession {
  readonly caseId: string;
  readonly #client: () => MspClient | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #finders = new Set<FormFinder>();
  #phase: CasePhase = 'waiting';
  #loaded: Loaded | undefined;
  #case: Case | undefined;
  #intent: { readonly what: string; readonly key: string } | undefined;
  #recording: Promise<RecordOutcome> | undefined;

  constructor(caseId: string, client: () => MspClient | undefined) {
    this.caseId = caseId;
    this.#client = client;
  }

  get phase(): CasePhase {
    return this.#phase;
  }

  get loaded(): Loaded | undefined {
    return this.#loaded;
  }

  get view(): CaseView | undefined {
    return this.#loaded?.view;
  }

  /** The case itself, for roles that see all of it: ask the engine what can happen and what is in the way. */
  get case(): Case | undefined {
    return this.#case;
  }

  /** True while an event is on its way. */
  get recording(): boolean {
    return this.#recording !== undefined;
  }

  /** Hears of every change; answers how to stop hearing. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Lets every element of this case find the forms of one of them; answers how to take them back. */
  offerForms(finder: FormFinder): () => void {
    this.#finders.add(finder);
    return () => this.#finders.delete(finder);
  }

  /** The form for this event, whichever element of the page has it. The stage's own comes before that of the whole case. */
  formFor(type: EventType): WayToRecord | undefined {
    for (const find of [...this.#finders].reverse()) {
      const form = find(type);
      if (form) return form;
    }
    return undefined;
  }

  /** Loads or reloads. What was loaded before stays on screen while the new answer is awaited, and if none comes. */
  async load(): Promise<void> {
    const client = this.#client();
    if (!client) return this.#become('waiting');
    this.#become(this.#loaded ? this.#phase : 'loading');
    try {
      const loaded = await client.readCase(this.caseId);
      this.#loaded = loaded;
      this.#case = caseOf(loaded.view);
      this.#become('ready');
    } catch (error) {
      this.#become(phaseOf(error));
    }
  }

  /** Records one event. Two presses at once are one event: the second gets the first one's outcome. */
  async record(event: NewEvent): Promise<RecordOutcome> {
    this.#recording ??= this.#send(event).finally(() => {
      this.#recording = undefined;
      this.#tell();
    });
    this.#tell();
    return this.#recording;
  }

  /** Drops the case from memory. */
  wipe(): void {
    this.#loaded = undefined;
    this.#case = undefined;
    this.#intent = undefined;
    this.#become('waiting');
  }

  async #send({ type, data, at }: NewEvent): Promise<RecordOutcome> {
    const client = this.#client();
    const loaded = this.#loaded;
    if (!client || !loaded) return { result: 'failed' };
    const what = JSON.stringify([type, data, at]);
    if (this.#intent?.what !== what) this.#intent = { what, key: newIdempotencyKey() };
    try {
      const { version } = await client.recordEvent(
        this.caseId,
        { type, ...(data && { data }), ...(at && { at }) } as Parameters<MspClient['recordEvent']>[1],
        { idempotencyKey: this.#intent.key, expectedVersion: loaded.version },
      );
      this.#intent = undefined;
      await this.load();
      return { result: 'recorded', type, version };
    } catch (error) {
      const { blockers, conflict, status } = (error ?? {}) as Refusal;
      if (blockers && blockers.length > 0) return { result: 'blocked', blockers };
      if (conflict || status === 409) {
        this.#intent = undefined;
        await this.load();
        return { result: 'conflict', conflict };
      }
      return { result: phaseOf(error) };
    }
  }

  #become(phase: CasePhase): void {
    this.#phase = phase;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
