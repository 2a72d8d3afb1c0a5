/** What is wrong with a pack: where, and what is wanted. */
export type PolicyFault = {
  readonly code: 'schema' | 'inconsistent' | 'unsafe' | 'weaker';
  readonly path: string;
  readonly message: string;
};

export const fault = (code: PolicyFault['code'], path: string, message: string): PolicyFault => ({
  code,
  path,
  message,
});

/** Where a pack is weaker than its base, and why that may not be. */
export type Weaker = readonly [path: string, message: string];

export type Coded = { readonly code: string };

export const hasCode = (list: readonly Coded[], code: string): boolean => list.some((one) => one.code === code);
