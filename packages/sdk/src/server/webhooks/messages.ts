import { type Case, type CaseEvent, view } from '@msp/workflows';
import type { Webhook, WebhookMessage } from '../../contract.js';
import type { OutMessage } from '../../store/port.js';
import type { Tenancy } from '../tenants/tenancy.js';

/** What a partner may not see as a partner, it is not told of either. */
const concerns = ({ events, partner }: Webhook, after: Case, event: CaseEvent): boolean => {
  if (events && !events.includes(event.type)) return false;
  if (partner === undefined) return true;
  return view(after, 'partner', { id: '', organisation: partner }).entries.some(({ id }) => id === event.id);
};

type Told = {
  readonly after: Case;
  readonly event: CaseEvent;
  readonly reference: string;
  readonly recordedAt: string;
};

/** Whom an event is told to, and in which words: ids, codes and instants. */
export const messagesOf = async (
  tenancy: Tenancy,
  tenant: string,
  { after, event, reference, recordedAt }: Told,
): Promise<readonly OutMessage[]> => {
  const { webhooks = [] } = await tenancy.settingsOf(tenant);
  const body: WebhookMessage = {
    type: event.type,
    timestamp: recordedAt,
    data: { caseId: after.id, reference, eventId: event.id, sequence: after.entries.length },
  };
  return webhooks
    .filter((webhook) => concerns(webhook, after, event))
    .map(({ id }) => ({ id: event.id, endpoint: id, body }));
};
