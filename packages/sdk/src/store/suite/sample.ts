import { randomUUID } from 'node:crypto';
import type { Role, StoredEvent } from '@msp/workflows';
import { v7 as uuidv7 } from 'uuid';
import type { AppendInput, JsonValue, KeptDraft } from '../port.js';

/** A tenant that no other behaviour uses, so that all of them may share one database. */
export const newTenant = (): string => `tenant-${randomUUID()}`;

export const newCaseId = (): string => uuidv7();

const instant = (minutes: number): string => new Date(Date.UTC(2026, 0, 5, 9, minutes)).toISOString();

type EventOptions = { caseId: string; sequence: number; words?: string; role?: Role; id?: string };

/** An event that any case may have; who it is about and what it says is invented. */
export const event = ({
  caseId,
  sequence,
  words,
  role = 'practitioner',
  id = uuidv7(),
}: EventOptions): StoredEvent => ({
  id,
  caseId,
  type: 'concern.acknowledged',
  at: `2026-01-05T10:${String(sequence % 60).padStart(2, '0')}:00+01:00`,
  by: { id: `subject-${role}`, role, organisation: 'Invented Council' },
  ...(words !== undefined && { data: { because: words } }),
  sequence,
  recordedAt: instant(sequence),
});

type AppendOptions = {
  tenant: string;
  caseId: string;
  expectedVersion?: number;
  count?: number;
  words?: string;
  role?: Role;
  key?: string;
  subject?: string;
  requestHash?: string;
  response?: JsonValue;
  reference?: string;
  raisedAt?: string;
  eventId?: string;
  nextDue?: string;
  once?: string;
};

/** An append that succeeds when `expectedVersion` is right; every option makes it a different one. */
export const append = (options: AppendOptions): AppendInput => {
  const { tenant, caseId, expectedVersion = 0, count = 1, words, role, eventId } = options;
  const sequences = Array.from({ length: count }, (_, index) => expectedVersion + index + 1);
  const last = expectedVersion + count;
  return {
    tenant,
    caseId,
    expectedVersion,
    events: sequences.map((sequence) =>
      event({
        caseId,
        sequence,
        ...(words !== undefined && { words }),
        ...(role && { role }),
        ...(eventId !== undefined && { id: eventId }),
      }),
    ),
    idempotency: {
      key: options.key ?? randomUUID(),
      subject: options.subject ?? 'subject-practitioner',
      requestHash: options.requestHash ?? 'hash-of-the-request',
      response: options.response ?? { caseId, version: last },
      ...(options.once !== undefined && { once: options.once }),
    },
    case: {
      reference: options.reference ?? `R-${randomUUID()}`,
      stage: 'concern',
      danger: false,
      raisedAt: options.raisedAt ?? instant(0),
      lastEventAt: instant(last),
      ...(options.nextDue !== undefined && { nextDue: options.nextDue }),
    },
  };
};

export const sequencesOf = (events: readonly StoredEvent[]): number[] => events.map(({ sequence }) => sequence);

export const count = (to: number): number[] => Array.from({ length: to }, (_, index) => index + 1);

/** What somebody began to write, until the evening of a day. */
export const aDraft: KeptDraft = { words: 'ciphertext of a draft', expiresAt: '2026-03-10T18:00:00.000Z' };
