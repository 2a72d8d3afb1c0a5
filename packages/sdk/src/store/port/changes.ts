/** A case has a new version: no more than that is said of it. */
export type Change = { readonly tenant: string; readonly caseId: string; readonly version: number };

/** What a watcher of changes is told. `missed`: some may have been lost on the way, so look at what you care for. */
export type Watcher = (news: Change | 'missed') => void;

/** What changes, as it happens: in whichever process of the server it does. */
export type ChangeStore = {
  /**
   * Tells of every append that was committed from now on, usually within a second. It may tell of one twice and out of order, and after a lost
   * connection it says `missed`. Never throws; ends with the store.
   *
   * @returns what ends the watching
   */
  watchChanges(watcher: Watcher): () => void;

  /** The version of a case. Undefined where this tenant has no such case. */
  versionOf(tenant: string, caseId: string): Promise<number | undefined>;
};
