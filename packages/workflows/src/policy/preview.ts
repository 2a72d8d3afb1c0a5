import type { Case } from '../case/case.js';
import type { EventType } from '../case/events.js';
import { whatCanHappen } from '../case/judge.js';
import { type Duty, dutiesOf } from '../duties/duties.js';
import { type Prompt } from '../prompts/prompt.js';
import { prompts } from '../prompts/prompts.js';
import { sentences } from '../paths/sentences.js';
import type { Policy } from './policy.schema.js';

/** One answer that a new pack would change, for one case. */
export type Change = {
  readonly about: 'event' | 'duty' | 'prompt';
  /** The event's type, the duty's or the prompt's code. */
  readonly what: string;
  /** Codes of what stands in the way; the status of a duty; whether a prompt is shown. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The change, as one sentence. */
  readonly sentence: string;
};

/** What would be different for one case. */
export type CasePreview = { readonly caseId: string; readonly changes: readonly Change[] };

type Answers = ReadonlyMap<string, readonly string[]>;

const eventsOf = (current: Case): Answers =>
  new Map(whatCanHappen(current).map(({ type, blockers }) => [type, blockers.map(({ code }) => code).sort()]));

const duties = (current: Case): Answers => new Map(dutiesOf(current).map(({ code, status }: Duty) => [code, [status]]));

const shown = (current: Case): Answers => new Map(prompts(current).map(({ code }: Prompt) => [code, ['shown']]));

const difference = (
  about: Change['about'],
  before: Answers,
  after: Answers,
  say: (what: string, before: readonly string[], after: readonly string[]) => string,
): Change[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((what) => {
    const was = before.get(what) ?? [];
    const is = after.get(what) ?? [];
    return was.join() === is.join() ? [] : [{ about, what, before: was, after: is, sentence: say(what, was, is) }];
  });

const aboutEvent = (type: string, before: readonly string[], after: readonly string[]): string => {
  const [sentence] = sentences[type as EventType];
  const more = after.filter((code) => !before.includes(code));
  const fewer = before.filter((code) => !after.includes(code));
  return [
    `“${sentence}” (${type}):`,
    ...(more.length > 0 ? [`now also needs ${more.join(', ')} cleared.`] : []),
    ...(fewer.length > 0 ? [`no longer waits for ${fewer.join(', ')}.`] : []),
  ].join(' ');
};

const aboutDuty = (
  code: string,
  [before = 'unknown']: readonly string[],
  [after = 'unknown']: readonly string[],
): string => `The duty ${code} changes from ${before} to ${after}.`;

const aboutPrompt = (code: string, before: readonly string[]): string =>
  before.length > 0 ? `The prompt ${code} is no longer shown.` : `The prompt ${code} is shown.`;

const previewOf = (current: Case, policy: Policy): CasePreview => {
  const then = { ...current, policy };
  return {
    caseId: current.id,
    changes: [
      ...difference('event', eventsOf(current), eventsOf(then), aboutEvent),
      ...difference('duty', duties(current), duties(then), aboutDuty),
      ...difference('prompt', shown(current), shown(then), aboutPrompt),
    ],
  };
};

/**
 * Which answers would a new pack change, before it goes live? Every open case as it stands, asked under its own pack and under the
 * new one: what stands in the way of each event, which duties arise, what is prompted. Only cases with a change are listed. What was
 * recorded is never judged again, and nothing given is changed.
 */
export const preview = (cases: readonly Case[], policy: Policy): CasePreview[] =>
  cases
    .filter(({ state }) => state.journey !== 'closed')
    .map((current) => previewOf(current, policy))
    .filter(({ changes }) => changes.length > 0);
