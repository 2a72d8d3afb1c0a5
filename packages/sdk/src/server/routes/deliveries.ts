import type { routes } from '../../contract.js';
import type { Answer, Call } from '../call.js';

/** What was sent to the organisation's own systems, or waits, or was given up. */
export const listDeliveries = async ({
  deps,
  identity,
  query,
}: Call<typeof routes.listDeliveries>): Promise<Answer> => {
  const kept = await deps.store.listMessages(identity.tenant, query.state ?? 'dead');
  const deliveries = kept.map(({ endpoint, body, ...rest }) => ({ ...rest, webhook: endpoint, message: body }));
  return { body: { deliveries } };
};

/** Lets a message that was given up be tried again, at once. */
export const retryDelivery = async ({
  deps,
  identity,
  body,
  now,
}: Call<typeof routes.retryDelivery>): Promise<Answer> => {
  const which = { id: body.id, endpoint: body.webhook };
  return { body: { waiting: await deps.store.retryMessage(identity.tenant, which, now.toISOString()) } };
};
