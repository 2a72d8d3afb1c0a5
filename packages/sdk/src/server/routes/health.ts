import type { routes } from '../../contract.js';
import type { Answer, Call } from '../call.js';
import { Refusal } from '../problem.js';

/** The process answers. */
export const live = async (): Promise<Answer> => ({ body: { status: 'ok' } });

/** An accepted concern would be durable, here and now. */
export const ready = async ({ deps }: Call<typeof routes.ready>): Promise<Answer> => {
  const readiness = await deps.store.ready();
  if (!readiness.ok) throw new Refusal('unavailable', { detail: `The store is not ready (${readiness.reason}).` });
  return { body: { status: 'ok' } };
};
