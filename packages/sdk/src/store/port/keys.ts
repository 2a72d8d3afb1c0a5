/** Whose keys: those of cases, by the id of the case, or the organisation's own, by their names. */
export type KeyKind = 'case' | 'tenant';
export const keyKinds = ['case', 'tenant'] as const satisfies readonly KeyKind[];

export type WrappedKey = { readonly name: string; readonly wrapped: string };

/** A key that is to be kept wrapped anew, where it is still wrapped as it was. */
export type Rewrapped = { readonly name: string; readonly from: string; readonly to: string };

/** Every wrapped key there is, so that all of them can be wrapped anew. */
export type KeyStore = {
  /** Wrapped keys of a tenant by name, rising, those `after` a name. `limit` counts from 1 to 500. */
  listKeys(
    tenant: string,
    kind: KeyKind,
    options: { readonly limit: number; readonly after?: string },
  ): Promise<readonly WrappedKey[]>;

  /**
   * Replaces wrapped keys, in one transaction. One that was destroyed, or wrapped anew by somebody else meanwhile, stays so.
   *
   * @returns how many were replaced
   */
  rewrapKeys(tenant: string, kind: KeyKind, keys: readonly Rewrapped[]): Promise<number>;
};
