/** Settings as they are kept: ciphertext, and which version of them it is. */
export type KeptSettings = { readonly version: number; readonly words: string };

/** What belongs to an organisation itself and to none of its cases. */
export type TenantStore = {
  /**
   * Keeps a wrapped key of a tenant under a name, unless there is one. Gives back the one that is kept, so that of several processes
   * that make one at the same moment all go on with the same.
   */
  keepTenantKey(tenant: string, name: string, wrapped: string): Promise<string>;

  /** The wrapped key of this name, if there is one. */
  readTenantKey(tenant: string, name: string): Promise<string | undefined>;

  /** The newest settings of a tenant, if there are any. */
  readSettings(tenant: string): Promise<KeptSettings | undefined>;

  /**
   * Keeps new settings, unless somebody was faster. Older ones stay, with who set them: they are the record of it.
   *
   * @param expectedVersion the version that the writer saw; 0: there were none.
   */
  saveSettings(
    tenant: string,
    settings: { readonly expectedVersion: number; readonly words: string; readonly subject: string },
  ): Promise<boolean>;
};
