import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { concernEvents } from './concern.events.js';
import { type ToldConcern, concernsOf, toldConcernSchema } from './concern.told.js';

const told: ToldConcern = {
  whatHappened: 'He locks the kitchen.',
  location: 'ownHome',
  adult: { name: 'Ann', address: '1 Mill Lane', safeContact: 'Mornings' },
  referrer: { name: 'Jo' },
  spokenWithPerson: 'yes',
  saidAndWants: 'I want to eat when I like.',
  personKnowsOfConcern: 'yes',
  pressure: 'yes',
  alsoAbout: [{ name: 'Bob', address: '1 Mill Lane' }, { name: 'Cai' }],
};

describe('several adults told of at once', () => {
  it('are one concern each, with what happened in all of them', () => {
    const concerns = concernsOf(told);
    assert.deepEqual(
      concerns.map(({ adult }) => adult?.name),
      ['Ann', 'Bob', 'Cai'],
    );
    for (const concern of concerns) {
      assert.equal(concern.whatHappened, told.whatHappened);
      assert.deepEqual(concern.referrer, { name: 'Jo' });
      assert.equal(concernEvents['concern.raised'].safeParse(concern).success, true);
    }
  });

  it('keep apart what one of them said, wants and knows', () => {
    const [first, ...others] = concernsOf(told);
    assert.equal(first.saidAndWants, told.saidAndWants);
    for (const other of others) {
      assert.deepEqual(Object.keys(other).sort(), ['adult', 'location', 'referrer', 'whatHappened']);
      assert.equal(other.adult?.safeContact, undefined);
    }
  });

  it('do not learn who told of them, where that was somebody who told of themselves', () => {
    const [first, other] = concernsOf({ ...told, aboutSelf: 'yes', referrer: undefined });
    assert.equal(first.aboutSelf, 'yes');
    assert.equal(other?.aboutSelf, undefined);
    assert.deepEqual(other?.referrer, { name: 'Ann', stayAnonymousToPerson: 'yes' });
  });

  it('are ten at most', () => {
    const of = (count: number) => ({ ...told, alsoAbout: Array.from({ length: count }, () => ({ name: 'X' })) });
    assert.equal(toldConcernSchema.safeParse(of(9)).success, true);
    assert.equal(toldConcernSchema.safeParse(of(10)).success, false);
  });
});
