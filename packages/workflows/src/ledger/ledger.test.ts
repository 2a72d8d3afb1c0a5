import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { replay } from '../case/record.js';
import { view } from '../case/view.js';
import { type Written, journeys, written as w } from '../testing/index.js';
import { chain, hash, saltsFrom, stored } from './chain.fixture.js';
import { erase } from './erase.js';
import { ledger } from './face.js';
import { changeTexts } from './free-text.js';
import { commit } from './seal.js';
import { ERASED, type SealedEvent } from './sealed.js';
import { anchorOf, verify } from './verify.js';

const corrected = w('entry.corrected', {
  entryId: '01960000-0000-7000-8000-000000001001',
  because: 'It was a Thursday',
  data: { whatHappened: 'He takes her bank card every Thursday.', types: ['financialOrMaterial'] },
});
const journey: readonly Written[] = [...journeys.closed.slice(0, 6), corrected, ...journeys.closed.slice(6)];
const whole = chain(stored(journey));

const faultOf = (events: readonly SealedEvent[], more: { anchor?: ReturnType<typeof anchorOf> } = {}) => {
  const { anchor } = more;
  const result = verify(events, { hash, ...(anchor ? { anchor } : {}) });
  if (result.ok) return 'intact';
  assert.match(result.message, new RegExp(`^Entry ${result.at} (has|is|belongs|stands) .+\\.$`));
  return `${result.fault} at ${result.at}`;
};

test('a record that nobody touched verifies, and says where it ends', () => {
  const last = whole.at(-1);
  assert.deepEqual(verify(whole, { hash }), {
    ok: true,
    says: 'chain intact',
    redacted: [],
    head: { caseId: last?.caseId, sequence: whole.length, hash: last?.hash },
  });
  assert.deepEqual(verify([], { hash }), { ok: true, says: 'chain intact', redacted: [], head: undefined });
  assert.equal(ledger.anchor([]), undefined);
});

test('another SHA-256 gives the same chain', () => {
  const noble = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
  assert.equal(verify(whole, { hash: noble }).ok, true);
});

type Path = readonly (string | number)[];

const leavesOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
    : [path];

const altered = <T>(value: T, [key, ...rest]: Path): T => {
  const copy = structuredClone(value) as Record<string | number, unknown>;
  const at = key as string;
  if (rest.length > 0) copy[at] = altered(copy[at], rest);
  else copy[at] = typeof copy[at] === 'number' ? (copy[at] as number) + 1 : `${String(copy[at])}x`;
  return copy as T;
};

test('whatever is changed in an entry, its data or its seal, is found at that entry', () => {
  let tried = 0;
  whole.forEach((event, index) => {
    for (const path of leavesOf(event)) {
      const events = whole.with(index, altered(event, path));
      const expected = path[0] === 'caseId' && index > 0 ? 'another-case' : 'changed';
      const found = faultOf(events);
      tried += 1;
      // A first entry that names another case makes the entry after it the stranger, but for its own broken hash.
      assert.equal(found, `${expected} at ${index + 1}`, `${path.join('.')} of entry ${index + 1}`);
    }
  });
  assert.ok(tried > 300, `only ${tried} changes`);
});

test('who may open a restricted case is no text: after all words are erased they still may', () => {
  const restricted = w('access.restricted', { to: ['practitioner-1'], because: 'Works beside the family' }, 'manager');
  const events = chain(stored([...journeys.underWay, restricted]));
  const erased = erase(events, 'all');
  assert.equal(faultOf(erased), 'intact');
  const seenBy = (id: string) =>
    view(replay(erased), 'practitioner', { id, organisation: 'Larkshire Council' }).entries.length;
  assert.equal(seenBy('practitioner-1'), events.length);
  assert.ok(seenBy('practitioner-2') < events.length);
});

test('a field that is added or taken away is found', () => {
  const [first] = whole as [SealedEvent];
  const data = { ...(first.data as object), carerKnown: 'yes' };
  assert.equal(faultOf(whole.with(0, { ...first, data } as SealedEvent)), 'changed at 1');
  const { types: _, ...less } = first.data as { types: unknown };
  assert.equal(faultOf(whole.with(0, { ...first, data: less } as unknown as SealedEvent)), 'changed at 1');
  const { hash: _hash, ...unsealed } = first;
  assert.equal(faultOf(whole.with(0, unsealed as SealedEvent)), 'not-sealed at 1');
  const { seal: _seal, ...bare } = first;
  assert.equal(faultOf(whole.with(0, bare as SealedEvent)), 'not-sealed at 1');
});

const anyIndex = fc.nat(whole.length - 1);

test('an entry that is dropped, moved, repeated or taken from another case is found at the first bad link', () => {
  const other = chain(stored(journey, '01960000-0000-7000-8000-0000000000ff'));
  fc.assert(
    fc.property(anyIndex, anyIndex, (one, two) => {
      const at = Math.min(one, two);
      const later = Math.max(one, two);
      if (at < whole.length - 1) assert.equal(faultOf(whole.toSpliced(at, 1)), `dropped at ${at + 1}`);
      if (at < later) {
        const swapped = whole.with(at, whole[later] as SealedEvent).with(later, whole[at] as SealedEvent);
        assert.equal(faultOf(swapped), `reordered at ${at + 1}`);
        assert.equal(faultOf(whole.with(later, whole[at] as SealedEvent)), `repeated at ${later + 1}`);
        assert.equal(faultOf(whole.with(later, other[later] as SealedEvent)), `another-case at ${later + 1}`);
      }
    }),
    { seed: 20261123, numRuns: 200 },
  );
});

test('an entry from another writing of the same case is found by its link', () => {
  const other = chain(stored(journey), 'other');
  assert.equal(faultOf([...whole.slice(0, 5), ...other.slice(5)]), 'changed at 6');
  const sixth = other[5] as SealedEvent;
  const grafted = { ...sixth, seal: { ...sixth.seal, previous: (whole[4] as SealedEvent).hash } };
  assert.equal(faultOf([...whole.slice(0, 5), grafted]), 'changed at 6');
});

test('a record cut off at its end, or written anew, is only seen against an anchor that was kept elsewhere', () => {
  const anchor = anchorOf(whole);
  assert.equal(faultOf(whole, { anchor }), 'intact');
  assert.equal(faultOf(whole.slice(0, -3)), 'intact');
  assert.equal(faultOf(whole.slice(0, -3), { anchor }), `truncated at ${whole.length - 2}`);
  const anew = chain(stored(journey), 'other');
  assert.equal(faultOf(anew), 'intact');
  assert.equal(faultOf(anew, { anchor }), `changed at ${whole.length}`);
  assert.equal(faultOf([], { anchor }), 'truncated at 1');
});

test('when it happened and when it was written down are both sealed, and a late entry changes nothing before it', () => {
  const late = stored(journey);
  const last = late.at(-1);
  const before = whole.slice(0, -1);
  const salts = saltsFrom('late');
  const entry = { ...last, at: '2026-01-01T00:00:00Z' } as SealedEvent;
  const sealed = ledger.seal(entry, before.at(-1)?.hash ?? '', { hash, salts });
  assert.equal(faultOf([...before, sealed]), 'intact');
  assert.notEqual(sealed.hash, whole.at(-1)?.hash);
});

const textsOf = (events: readonly SealedEvent[]): string[] => {
  const texts: string[] = [];
  for (const event of events) {
    if (event.type === 'entry.corrected') continue;
    changeTexts(event, (text) => texts.push(text));
  }
  return texts;
};

test('when every text is erased nothing of it is left, the chain holds, and the case is where it was', () => {
  const erased = erase(whole, 'all');
  const result = verify(erased, { hash });
  assert.equal(result.ok && result.says, 'redacted, chain intact');
  const left = JSON.stringify(erased);
  const texts = textsOf(whole);
  assert.ok(texts.length >= 15);
  const recorders = whole.map(({ by }) => by.id);
  const words = [...texts, 'every Thursday'].filter((text) => !recorders.includes(text));
  for (const text of words) assert.ok(!left.includes(text), text);
  const before = replay(whole);
  const after = replay(erased);
  assert.deepEqual(after.state, before.state);
  assert.deepEqual(after.facts, before.facts);
  assert.equal(JSON.stringify(whole), JSON.stringify(chain(stored(journey))), 'what was given is not changed');
});

test('any texts can be erased, and only these are', () => {
  const all = whole.flatMap(({ sequence, seal }) => Object.keys(seal.commitments).map((path) => ({ sequence, path })));
  fc.assert(
    fc.property(fc.subarray(all), (chosen) => {
      const result = verify(erase(whole, chosen), { hash });
      assert.ok(result.ok);
      // The data of a correction hold codes too, which are not words and stay.
      const words = chosen.filter(({ path }) => !path.startsWith('data.types'));
      assert.deepEqual(result.redacted, words);
    }),
    { seed: 20261123, numRuns: 60 },
  );
  assert.deepEqual(erase(whole, [{ sequence: 2 }])[0], whole[0]);
  assert.deepEqual(erase(whole, [{ sequence: 1, path: 'nothing.here' }]), whole);
});

test('a text put back, or another put in the place of an erased one, is found', () => {
  const erased = erase(whole, [{ sequence: 1, path: 'whatHappened' }]);
  const [first] = erased as [SealedEvent];
  const forged = { ...first, data: { ...(first.data as object), whatHappened: 'Nothing.' } } as SealedEvent;
  assert.equal(faultOf(erased.with(0, forged)), 'changed at 1');
});

test('a word cannot be guessed from what stays: equal words have different commitments', () => {
  const yes = (number: number) =>
    ({ type: 'conversation.notHeld', data: { because: 'yes' }, sequence: number }) as never;
  const salts = saltsFrom('a');
  const one = ledger.seal(yes(1), '', { hash, salts });
  const two = ledger.seal(yes(2), '', { hash, salts });
  assert.notEqual(one.seal.commitments['because'], two.seal.commitments['because']);
  assert.notEqual(one.seal.commitments['because'], hash('yes'));
  assert.notEqual(commit(hash, 'ab', 'c'), commit(hash, 'a', 'bc'));
});

test('an erased text reads as such', () => {
  const [first] = erase(whole, [{ sequence: 1 }]) as [SealedEvent];
  assert.equal((first.data as { whatHappened: string }).whatHappened, ERASED);
  assert.deepEqual(first.seal.salts, {});
});
