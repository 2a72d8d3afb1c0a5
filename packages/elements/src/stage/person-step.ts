import type { CaseView } from '@msp/workflows';
import { englandCareAct } from '@msp/workflows';
import type { CaseController } from '../kit/case-controller.js';
import { personForm } from '../person/person-forms.js';
import type { PersonForm, PersonFormContext } from '../person/person-forms.js';
import type { EventFormOptions } from './event-form.js';

const NOBODY: CaseView = { caseId: '', role: 'practitioner', version: 0, whole: false, entries: [] };

/** A form that may be needed in any stage, as a step of this one. */
export const personStep = (
  t: PersonFormContext['t'],
  { case: current, view }: CaseController,
  name: PersonForm,
): EventFormOptions =>
  personForm(name, {
    t,
    policy: current?.policy ?? englandCareAct,
    view: view ?? NOBODY,
    eventWords: (type) => type,
  });
