import { eventMessages } from '../kit/event.messages.js';
import { recordFieldMessages } from './record-fields.messages.js';
import { recordValueMessages } from './record-values.messages.js';

/** What the record says around its entries. With `.you` at the end: for the person themselves. */
const own = {
  'record.title': 'Everything recorded',
  'record.title.you': 'Everything that is written down',
  'record.empty': 'There is nothing here that you can read.',
  'record.newest': 'Show the newest first',
  'record.oldest': 'Show the oldest first',
  'record.order.newest': 'The newest comes first.',
  'record.order.oldest': 'The oldest comes first.',
  'record.at': '{time}, by {who}',
  'record.who': '{role} ({id}, {organisation})',
  'record.written-down': 'Written down on {day} at {time}',
  'record.struck': 'Struck out on {day} by {who}. This no longer counts.',
  'record.corrected': 'Put right on {day} by {who}.',
  'record.because': 'Why: {because}',
  'record.now': 'It says now:',
  'record.before': 'It said before:',
  'record.by.person': 'the person',
  'record.by.person.you': 'you',
  'record.by.representative': 'somebody who speaks for them',
  'record.by.representative.you': 'somebody who speaks for you',
  'record.by.advocate': 'an advocate',
  'record.by.advocate.you': 'your advocate',
  'record.by.referrer': 'whoever raised the concern',
  'record.by.referrer.you': 'somebody who was worried',
  'record.by.practitioner': 'a practitioner',
  'record.by.practitioner.you': 'somebody at the council',
  'record.by.manager': 'a manager',
  'record.by.manager.you': 'a manager at the council',
  'record.by.partner': 'a partner organisation',
  'record.by.partner.you': 'another organisation',
  'record.by.system': 'the system, by itself',
} as const;

export const recordMessages = { ...own, ...eventMessages, ...recordFieldMessages, ...recordValueMessages } as const;

export type RecordMessageId = keyof typeof recordMessages;
