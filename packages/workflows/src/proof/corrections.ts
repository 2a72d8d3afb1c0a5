import { standingBlockers } from '../case/judge.js';
import { type Case, openCase } from '../case/case.js';
import { movedTheCase } from '../case/correct.js';
import type { CaseEvent, EventType } from '../case/events.js';
import { evolve } from '../case/record.js';
import type { Rules, Wanted } from '../kit/rule.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Walked } from './walk.js';
import { type Move, move } from './move.js';
import { projectionOf } from '../case/projection.js';
import { promises } from './promises.js';
import { wayIn, wayThrough } from './spine.js';
import { nothingSeen, watch } from './watch.js';
import type { Watch } from './watch.types.js';

type Node = {
  readonly current: Case;
  readonly read: readonly Wanted[];
  readonly seen: Watch;
  readonly path: readonly string[];
};

/** What is struck out, whenever it was recorded last. */
const struck: readonly EventType[] = [
  'conversation.held',
  'threshold.limbAssessed',
  'advocacy.considered',
  'outcomes.asked',
  'outcome.agreed',
  'closure.explored',
];

const because = 'What was found';

/** Each thing once, in any order that is accepted: a walk that remembers its record must end. */
const movesOf = (policy: Policy): Move[] => [
  ...[...wayIn(policy), ...wayThrough].filter(
    ({ name, wanted: { type } }) =>
      type !== 'closure.reconsidered' && !name.endsWith('notMet') && !name.includes('no enquiry'),
  ),
  move('outcome.expressed', { outcomeId: 'o1', words: because, saidBy: 'person' }),
  move('outcome.agreed', { outcomeId: 'o1' }),
  move('outcome.reviewed', { outcomeId: 'o1', result: 'achieved', view: 'person' }),
];

const toEvent = (current: Case, { type, by, data }: Wanted): CaseEvent =>
  ({
    id: `entry-${current.entries.length + 1}`,
    caseId: current.id,
    type,
    by: { ...by, organisation: '-' },
    data,
  }) as unknown as CaseEvent;

const strikingOut = (current: Case, type: EventType): CaseEvent | undefined => {
  const gone = new Set(
    current.entries.flatMap((event) => (event.type === 'entry.corrected' ? [event.data.entryId] : [])),
  );
  const entry = [...current.entries].reverse().find((event) => event.type === type && !gone.has(event.id));
  if (!entry) return undefined;
  return toEvent(current, {
    type: 'entry.corrected',
    by: { id: 'practitioner-1', role: 'practitioner' },
    data: { entryId: entry.id, because },
  });
};

const seenIn = (read: readonly Wanted[]): Watch => read.reduce(watch, nothingSeen);

/** A node after something was struck out: the record is read anew, by the engine and by whoever watches it. */
const strike = (node: Node, type: EventType): Node | undefined => {
  const event = strikingOut(node.current, type);
  if (!event || movedTheCase(node.current, event)) return undefined;
  if (standingBlockers(node.current, event as Wanted, 'theseData').length > 0) return undefined;
  const at = node.read.findLastIndex((wanted) => wanted.type === type);
  const read = node.read.filter((_, index) => index !== at);
  return { current: evolve(node.current, event), read, seen: seenIn(read), path: [...node.path, `strike out ${type}`] };
};

/**
 * A walk in which entries are struck out: it remembers the whole record, so it takes each step once. The journey does not move
 * back, the rules read what is left.
 */
export const walkCorrections = (policy: Policy, rules: Rules): Walked => {
  const moves = movesOf(policy);
  const start: Node = { current: openCase({ id: 'proof', policy }), read: [], seen: nothingSeen, path: [] };
  const open: Node[] = [start];
  const known = new Set<string>();
  const refused = new Set<string>();
  let edges = 0;
  const visit = (node: Node): void => {
    edges += 1;
    const key = `${projectionOf(node.current)}#${node.read
      .map(({ type }) => type)
      .sort()
      .join()}#${node.current.moved.length}`;
    if (known.has(key)) return;
    known.add(key);
    open.push(node);
  };
  for (let at = 0; at < open.length; at += 1) {
    const node = open[at] as Node;
    for (const { wanted, where, name } of moves) {
      if (node.path.includes(name) || (where && !where(node.current))) continue;
      if (!node.current.facts.concern.raised && wanted.type !== 'concern.raised') continue;
      const inTheWay = standingBlockers(node.current, wanted, 'theseData', rules);
      for (const { code } of inTheWay) refused.add(`${wanted.type} ${code}`);
      if (inTheWay.length > 0) continue;
      const broken = promises.find(
        ({ event, isBroken }) => event === wanted.type && isBroken(node.seen, wanted as never, policy),
      );
      if (broken) {
        const message = `${broken.promise}: this path breaks it.`;
        const path = [...node.path, name];
        return {
          states: open.length,
          edges,
          refused: [...refused],
          faults: [{ code: 'promise-broken', message, cites: broken.cites, path }],
        };
      }
      visit({
        current: evolve(node.current, toEvent(node.current, wanted)),
        read: [...node.read, wanted],
        seen: watch(node.seen, wanted),
        path: [...node.path, name],
      });
    }
    for (const type of struck) {
      const next = strike(node, type);
      if (next) visit(next);
    }
  }
  return { states: open.length, edges, refused: [...refused], faults: [] };
};
