import type { Case } from '../case/case.js';
import { asksNothingAtClosing } from '../case/read.js';
import { accepts } from '../case/step.js';
import type { ChartEvent } from '../case/chart.types.js';
import { inWordsOf } from '../kit/wording.js';
import { goingOnPrompts } from './going-on.prompts.js';
import { listeningPrompts } from './listening.prompts.js';
import { type Prompt, type PromptCode, type PromptRule, promptCodes } from './prompt.js';

const rules: Readonly<Record<PromptCode, PromptRule>> = Object.fromEntries(
  [...listeningPrompts, ...goingOnPrompts].map((rule) => [rule.code, rule]),
) as Record<PromptCode, PromptRule>;

/** Nobody can answer for the dead: what is asked of the person is not asked any more. */
const asksThePerson: ReadonlySet<PromptCode> = new Set(listeningPrompts.map(({ code }) => code));

const isShown = (current: Case, { code, event, when }: PromptRule): boolean =>
  accepts(current, { type: event } as ChartEvent, 'someData') &&
  !(asksThePerson.has(code) && asksNothingAtClosing(current)) &&
  when(current);

/**
 * What good practice would do next in this case, each with the event that answers it. Prompts are shown and never block. Only
 * what can be recorded now is prompted, so after closing hardly anything is.
 */
export const prompts = (current: Case): Prompt[] =>
  current.facts.concern.raised
    ? promptCodes.flatMap((code): Prompt[] => {
        const rule = rules[code];
        if (!isShown(current, rule)) return [];
        const { message, cites, event } = rule;
        return [{ code, event, ...inWordsOf(current.policy, code, { message, cites }) }];
      })
    : [];
