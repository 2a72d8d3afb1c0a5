import { accepts } from '../case/step.js';
import type { Case } from '../case/case.js';
import type { ChartEvent } from '../case/chart.types.js';
import { type EventType, eventTypes } from '../case/events.js';
import { roleWords, whatCanHappen } from '../case/judge.js';
import { dutiesOf } from '../duties/duties.js';
import { sentences } from '../paths/sentences.js';
import { prompts } from '../prompts/prompts.js';
import { timescales } from '../timescales/timescales.js';
import type { Policy } from './policy.schema.js';

/** One answer that a new pack would change, for one case. */
export type Change = {
  readonly about: 'event' | 'role' | 'duty' | 'prompt' | 'timescale';
  /** The event's type; the duty's or the prompt's code; the name of the timescale. */
  readonly what: string;
  /** Codes of what stands in the way; roles that may record it; the status of a duty; `shown`; the day it is due. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The change, as one sentence for people. */
  readonly sentence: string;
};

/** What would be different for one case. */
export type CasePreview = { readonly caseId: string; readonly changes: readonly Change[] };

/** What is answered, by its name: codes that are compared, and how they are said. */
type Answers = ReadonlyMap<string, readonly Said[]>;
type Said = { readonly code: string; readonly words: string };

type Say = (what: string, before: readonly Said[], after: readonly Said[]) => string;

const quoted = (type: string): string => `“${sentences[type as EventType][0]}”`;

const blocked = (current: Case): Answers =>
  new Map(
    whatCanHappen(current).map(({ type, blockers }) => [
      type,
      blockers.map(({ code, message }) => ({ code, words: message })).sort((a, b) => (a.code < b.code ? -1 : 1)),
    ]),
  );

/** Who may record what has its place now. What has none is asked again when it has. */
const allowed = (current: Case): Answers =>
  new Map(
    eventTypes
      .filter((type) => accepts(current, { type } as ChartEvent, 'someData'))
      .map((type) => [
        type,
        [...(current.policy.mayRecord[type] ?? [])].sort().map((role) => ({ code: role, words: roleWords[role] })),
      ]),
  );

const statusWords = { arises: 'is asked for', met: 'is met', doesNotArise: 'is not asked for' } as const;

const owed = (current: Case): Answers =>
  new Map(
    dutiesOf(current).map(({ code, status, because }) => [
      code,
      [{ code: status, words: `${statusWords[status]} (${because})` }],
    ]),
  );

const prompted = (current: Case): Answers =>
  new Map(prompts(current).map(({ code, message }) => [code, [{ code: 'shown', words: message }]]));

const due = (current: Case): Answers =>
  new Map(
    timescales(current)
      .filter(({ answered }) => answered === undefined)
      .map(({ what, enquiryId, event, due: day }) => [
        enquiryId === undefined ? what : `${what} ${enquiryId}`,
        [{ code: day, words: `${quoted(event)} by ${day}` }],
      ]),
  );

const inWords = (all: readonly Said[]): string => all.map(({ words }) => words).join(' ');
const listed = (all: readonly Said[]): string => all.map(({ words }) => words).join(', ') || 'nobody';
const notAmong = (all: readonly Said[], others: readonly Said[]): Said[] =>
  all.filter(({ code }) => !others.some((other) => other.code === code));

const part = (before: string, found: readonly Said[]): string[] =>
  found.length > 0 ? [`${before} ${inWords(found)}`] : [];

const questions: readonly (readonly [about: Change['about'], ask: (current: Case) => Answers, say: Say])[] = [
  [
    'event',
    blocked,
    (type, before, after) =>
      [
        quoted(type),
        ...part('This would also stand in the way:', notAmong(after, before)),
        ...part('This would no longer stand in the way:', notAmong(before, after)),
      ].join(' '),
  ],
  [
    'role',
    allowed,
    (type, before, after) => `${quoted(type)} Recorded by ${listed(before)} so far, and by ${listed(after)} then.`,
  ],
  ['duty', owed, (code, before, after) => `The duty ${code} ${inWords(before)} so far, and ${inWords(after)} then.`],
  [
    'prompt',
    prompted,
    (_, before, after) =>
      before.length > 0 ? `No longer prompted: ${inWords(before)}` : `Prompted then: ${inWords(after)}`,
  ],
  [
    'timescale',
    due,
    (_, before, after) => `Due so far: ${inWords(before) || 'nothing'}. Then: ${inWords(after) || 'nothing'}.`,
  ],
];

const codesOf = (all: readonly Said[]): readonly string[] => all.map(({ code }) => code);

const previewOf = (current: Case, policy: Policy): CasePreview => {
  const then = { ...current, policy };
  const changes = questions.flatMap(([about, ask, say]) => {
    const [before, after] = [ask(current), ask(then)];
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((what): Change[] => {
      const [was, is] = [before.get(what) ?? [], after.get(what) ?? []];
      const [codesBefore, codesAfter] = [codesOf(was), codesOf(is)];
      return codesBefore.join() === codesAfter.join()
        ? []
        : [{ about, what, before: codesBefore, after: codesAfter, sentence: say(what, was, is) }];
    });
  });
  return { caseId: current.id, changes };
};

/**
 * Which answers would a new pack change, before it goes live? Every open case as it stands, asked under its own pack and under the
 * new one: what stands in the way of each event, who may record what can be recorded now, which duties arise, what is prompted, and
 * what is due when. Only cases with a change are listed. What was recorded is never judged again, and nothing given is changed.
 */
export const preview = (cases: readonly Case[], policy: Policy): CasePreview[] =>
  cases
    .filter(({ state }) => state.journey !== 'closed')
    .map((current) => previewOf(current, policy))
    .filter(({ changes }) => changes.length > 0);

/** One change, and how many of the cases it would come to. */
export type ChangeCount = Pick<Change, 'about' | 'what' | 'before' | 'after'> & { readonly cases: number };

/** What a preview comes to: each change once, with how many cases it would come to, the most first. Days are left out. */
export const previewSummary = (previews: readonly CasePreview[]): ChangeCount[] => {
  const counts = new Map<string, ChangeCount>();
  for (const { about, what, before, after } of previews.flatMap(({ changes }) => changes)) {
    const [from, to] = about === 'timescale' ? [[], []] : [before, after];
    const name = about === 'timescale' ? (what.split(' ')[0] ?? what) : what;
    const key = [about, name, from.join(), to.join()].join('|');
    const cases = (counts.get(key)?.cases ?? 0) + 1;
    counts.set(key, { about, what: name, before: from, after: to, cases });
  }
  return [...counts.values()].sort((a, b) => b.cases - a.cases);
};
