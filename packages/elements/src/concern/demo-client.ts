import type { FormClient } from './send-concern.js';

const REFERENCE = 'MSP-2222-3333';
const CODE = '2222-3333-4444-5555';

/** A client that sends nothing: what is written stays in the form, and what it answers is an example. */
export const demoClient = (): FormClient => {
  let kept: Readonly<Record<string, unknown>> | undefined;
  const now = (days = 0): string => new Date(Date.now() + days * 86_400_000).toISOString();
  return {
    raiseConcern: () => Promise.resolve({ caseId: '', reference: REFERENCE, receivedAt: now(), code: CODE }),
    saveDraft: (draft) => {
      kept = draft;
      return Promise.resolve({ code: CODE, expiresAt: now(7) });
    },
    openDraft: () =>
      kept
        ? Promise.resolve({ draft: { ...kept }, expiresAt: now(7) })
        : Promise.reject(Object.assign(new Error('There is nothing under this code.'), { code: 'not-found' })),
    dropDraft: () => {
      kept = undefined;
      return Promise.resolve({ dropped: true });
    },
  };
};
