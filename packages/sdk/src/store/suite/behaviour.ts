import type { Store } from '../port.js';

/** What one behaviour works with: a store, and a way to open the same data once more where the store outlives its process. */
export type Subject = { readonly store: Store; readonly openAgain: (() => Promise<Store>) | undefined };

/** One promise of the port, as a sentence, with what shows that it is kept. */
export type Behaviour = {
  readonly title: string;
  /** True where it says something only about a store that outlives its process. */
  readonly needsReopening?: true;
  readonly check: (subject: Subject) => Promise<void>;
};
