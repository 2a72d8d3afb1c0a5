import { checkInMessages } from '../check-ins/check-in.messages.js';
import { closureMessages } from '../closure/closure.messages.js';
import { eventMessages } from '../kit/event.messages.js';
import { outcomesMessages } from '../outcomes/outcomes.messages.js';
import { personMessages } from '../person/person.messages.js';
import { stepDownMessages } from '../step-down/step-down.messages.js';
import { thresholdMessages } from '../threshold/threshold.messages.js';
import { otherMessages } from './other.messages.js';
import { stageMessages } from './stage.messages.js';

/** The words of all stages: any of them can be written down in any stage. */
export const everyMessages = {
  ...stageMessages,
  ...eventMessages,
  ...personMessages,
  ...thresholdMessages,
  ...outcomesMessages,
  ...checkInMessages,
  ...closureMessages,
  ...stepDownMessages,
  ...otherMessages,
} as const;

export type EveryMessageId = keyof typeof everyMessages;

export type EveryT = (id: EveryMessageId, params?: Readonly<Record<string, string | number>>) => string;
