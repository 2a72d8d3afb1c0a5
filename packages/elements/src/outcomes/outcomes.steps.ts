import type { EventType } from '@msp/workflows';
import type { CaseController } from '../kit/case-controller.js';
import type { EventFormOptions } from '../stage/event-form.js';
import type { StageMessageId } from '../stage/stage.messages.js';
import { waysOf } from '../stage/what-can-happen.js';
import { askedFields, planFields } from './outcomes.fields.js';
import type { OutcomesMessageId } from './outcomes.messages.js';

type T = (id: OutcomesMessageId | StageMessageId) => string;

const isAdvocateOwed = ({ case: current, view }: CaseController, type: EventType): boolean =>
  current !== undefined &&
  view !== undefined &&
  (waysOf(current, view.role).get(type) ?? []).some(({ code }) => code === 'advocate-owed');

export const askedStep = (t: T, again: boolean): EventFormOptions => ({
  title: () => t(again ? 'outcomes.asked.again' : 'outcomes.asked'),
  submit: () => t('outcomes.asked.save'),
  ways: [{ type: 'outcomes.asked', fields: (values) => askedFields(t, values) }],
});

export const planStep = (t: T, record: CaseController): EventFormOptions => ({
  title: () => t('outcomes.plan'),
  submit: () => t('outcomes.plan.save'),
  ways: [
    {
      type: 'plan.agreed',
      fields: () => planFields(t, { advocateOwed: isAdvocateOwed(record, 'plan.agreed') }),
    },
  ],
});
