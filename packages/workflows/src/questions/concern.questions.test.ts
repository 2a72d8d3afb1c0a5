import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toldConcernSchema } from '../concern/concern.told.js';
import type { ConcernPage, Way } from './concern.types.js';
import { pagesFor, questionsOn, unreachable, concernPages, concernQuestions, wordsFor } from './index.js';
import type { Answers } from './index.js';

const ways: readonly Way[] = ['somebody', 'myself', 'organisation'];

/** Every set of answers that could show or hide a question on this way: all choices of all questions with conditions on them. */
function* answersOn(way: Way): Generator<Answers> {
  const asked = new Set(concernQuestions.flatMap(({ showWhen }) => (showWhen ? [showWhen.name] : [])));
  const deciding = concernQuestions.filter(({ id }) => asked.has(id));
  const walk = function* (at: number, answers: Answers): Generator<Answers> {
    const question = deciding[at];
    if (!question) {
      yield answers;
      return;
    }
    for (const { value } of question.options ?? []) yield* walk(at + 1, { ...answers, [question.id]: value });
    yield* walk(at + 1, answers);
  };
  yield* walk(0, { wayIn: way });
}

const shownOn = (way: Way): Set<string> => {
  const shown = new Set<string>();
  for (const answers of answersOn(way)) {
    for (const page of pagesFor(answers)) for (const { id } of questionsOn(page, answers)) shown.add(id);
  }
  return shown;
};

describe('the questions of the concern form', () => {
  it('can all show', () => {
    assert.deepEqual(unreachable(concernPages), []);
  });

  it('are all shown to somebody, walked with every answer that decides about another question', () => {
    const shown = new Set(ways.flatMap((way) => [...shownOn(way)]));
    assert.deepEqual([...shown].sort(), concernQuestions.map(({ id }) => id).sort());
  });

  it('have ids of their own', () => {
    const ids = concernQuestions.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  it('fill one field each on every way in, and fields of the schema only', () => {
    for (const way of ways) {
      const fields = concernQuestions.filter(({ id }) => shownOn(way).has(id)).map(({ field }) => field);
      assert.deepEqual(fields, [...new Set(fields)], way);
    }
    const schema = toldConcernSchema;
    for (const { field, id } of concernQuestions) {
      const [top = ''] = field.split('.');
      assert.ok(top in schema.shape, id);
    }
  });

  it('offer only what the schema takes', () => {
    for (const question of concernQuestions) {
      for (const { value, stores } of question.options ?? []) {
        if (stores === null) continue;
        const [top = '', under] = question.field.split('.');
        const one = question.kind === 'checkboxes' ? [stores ?? value] : (stores ?? value);
        const data = { whatHappened: 'A', [top]: under ? { [under]: one } : one };
        const issues = toldConcernSchema.safeParse(data).error?.issues ?? [];
        assert.deepEqual(
          issues.filter(({ path }) => path.join('.') === question.field),
          [],
          `${question.id}: ${value}`,
        );
      }
    }
  });

  it('ask every coded list for “I do not know”, but for what the reporter cannot but know', () => {
    const known = ['wayIn', 'spoken', 'mayTell'];
    for (const { id, options } of concernQuestions) {
      if (options && !known.includes(id))
        assert.ok(
          options.some(({ value }) => value === 'notKnown'),
          id,
        );
    }
  });

  it('require only what happened', () => {
    assert.deepEqual(
      concernQuestions.filter(({ required }) => required).map(({ id }) => id),
      ['whatHappened'],
    );
  });

  it('keep the public path to ten pages and the professional one to sixteen', () => {
    assert.ok(pagesFor({ wayIn: 'somebody' }).length <= 10);
    assert.ok(pagesFor({ wayIn: 'myself' }).length <= 10);
    assert.ok(pagesFor({ wayIn: 'organisation' }).length <= 16);
  });

  it('ask what happened within the first three pages of every way in', () => {
    for (const way of ways) {
      const first = pagesFor({ wayIn: way })
        .slice(0, 3)
        .map(({ id }) => id);
      assert.ok(first.includes('whatHappened'), way);
    }
  });

  it('never ask whether the person can protect themselves, and use none of the words that hurt', () => {
    const texts = concernQuestions.flatMap(({ label, hint, why, options }) =>
      [label, hint, why, ...(options ?? []).flatMap((option) => [option.label, option.hint])].flatMap((words) =>
        words === undefined ? [] : ways.map((way) => wordsFor(words, way)),
      ),
    );
    for (const text of texts)
      assert.doesNotMatch(text, /protect (themselves|yourself)|victim|perpetrator|alert|client|service user/i);
  });
});

describe('the search for questions that can never show', () => {
  const page = (questions: ConcernPage['questions'], ways?: readonly Way[]): ConcernPage => ({
    id: 'page',
    questions,
    ...(ways && { ways }),
  });
  const [first] = concernQuestions;
  assert.ok(first);

  it('finds a condition on a question that is not there, as after a rename', () => {
    const orphan = { ...first, id: 'orphan', showWhen: { name: 'Was consent given?', is: ['yes'] } };
    assert.deepEqual(
      unreachable([page([first, orphan])]).map(({ question }) => question),
      ['orphan'],
    );
  });

  it('finds a condition on a value that is not offered', () => {
    const orphan = { ...first, id: 'orphan', showWhen: { name: 'wayIn', is: ['Myself'] } };
    assert.deepEqual(
      unreachable([page([first, orphan])]).map(({ question }) => question),
      ['orphan'],
    );
  });

  it('finds a condition on a question that comes later, is asked on another way, or depends on itself', () => {
    const later = { ...first, id: 'later', showWhen: { name: 'wayIn', is: ['myself'] } };
    assert.equal(unreachable([page([later]), page([first])]).length, 1);
    assert.equal(unreachable([page([first], ['myself']), page([later], ['somebody'])]).length, 1);
    const itself = { ...first, id: 'itself', showWhen: { name: 'itself', is: ['myself'] } };
    assert.equal(unreachable([page([itself])]).length, 1);
  });

  it('finds what depends on something unreachable, and what is on no way in', () => {
    const orphan = { ...first, id: 'orphan', showWhen: { name: 'gone', is: ['yes'] } };
    const child = { ...first, id: 'child', showWhen: { name: 'orphan', is: ['myself'] } };
    assert.equal(unreachable([page([first, orphan, child])]).length, 2);
    assert.equal(unreachable([page([{ ...first, ways: ['somebody'] }], ['myself'])]).length, 1);
  });
});
