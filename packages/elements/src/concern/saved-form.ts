import { readSaved } from '@msp/workflows/questions';
import type { SavedForm } from '@msp/workflows/questions';
import type { FormClient } from './send-concern.js';

/** Why a form was not saved, or not opened. */
export type SavingProblem = 'missing' | 'not-found' | 'failed';

/** How somebody comes back to what they saved: in memory only, and shown once. */
export class ComingBack {
  /** What was typed to open a form. */
  typed = '';
  problem: SavingProblem | undefined;
  #code: string | undefined;
  #until: string | undefined;

  get code(): string | undefined {
    return this.#code;
  }

  /** ISO 8601: after that it is gone. */
  get until(): string | undefined {
    return this.#until;
  }

  /** Saves a form under its code, or under a new one. */
  async save(client: FormClient | undefined, form: SavedForm): Promise<boolean> {
    this.problem = undefined;
    try {
      if (!client) throw new Error('There is no client.');
      const code = this.#code;
      const saved = await client.saveDraft(form, code === undefined ? {} : { code }).catch((error: unknown) => {
        // What was saved before may be gone by now: what is here is saved anew.
        if (code === undefined || codeOf(error) !== 'not-found') throw error;
        return client.saveDraft(form, {});
      });
      this.#code = saved.code;
      this.#until = saved.expiresAt;
      return true;
    } catch {
      this.problem = 'failed';
      return false;
    }
  }

  /** The form that is kept under the code that was typed. */
  async open(client: FormClient | undefined): Promise<SavedForm | undefined> {
    const code = this.typed.trim();
    this.problem = code === '' ? 'missing' : undefined;
    if (this.problem) return undefined;
    try {
      if (!client) throw new Error('There is no client.');
      const { draft, expiresAt } = await client.openDraft(code);
      this.#code = code;
      this.#until = expiresAt;
      this.typed = '';
      return readSaved(draft);
    } catch (error) {
      this.problem = codeOf(error) === 'not-found' ? 'not-found' : 'failed';
      return undefined;
    }
  }

  /** Nothing is left to come back to: it was sent. Where this fails, it is gone in some days. */
  async drop(client: FormClient | undefined): Promise<void> {
    const code = this.#code;
    this.forget();
    if (code !== undefined) await client?.dropDraft(code).catch(() => undefined);
  }

  forget(): void {
    this.typed = '';
    this.problem = undefined;
    this.#code = undefined;
    this.#until = undefined;
  }
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | undefined)?.code;
