import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { concernEvents } from '../concern/concern.events.js';
import { answersFrom, checkConcern, concernPages, toConcern } from './index.js';

const pageOf = (id: string) => {
  const page = concernPages.find((one) => one.id === id);
  assert.ok(page, id);
  return page;
};

describe('the data of a concern, from its answers', () => {
  it('is accepted with nothing but what happened', () => {
    assert.deepEqual(toConcern({ whatHappened: 'He takes her card.' }), { whatHappened: 'He takes her card.' });
    assert.deepEqual(checkConcern({ whatHappened: 'He takes her card.' }), []);
  });

  it('keeps words to the letter', () => {
    const words = '  She said:\n“I don’t want trouble”\t ';
    assert.equal(toConcern({ whatHappened: words })['whatHappened'], words);
  });

  it('leaves out what is blank, and what is no longer asked', () => {
    const answers = { whatHappened: 'A', spoken: 'yes', said: 'She wants her card.', yourName: '  ', carer: 'yes' };
    assert.deepEqual(toConcern(answers), {
      whatHappened: 'A',
      spokenWithPerson: 'yes',
      saidAndWants: 'She wants her card.',
    });
    assert.deepEqual(toConcern({ ...answers, spoken: 'no' }), { whatHappened: 'A', spokenWithPerson: 'no' });
    assert.deepEqual(toConcern({ ...answers, wayIn: 'myself' }), { whatHappened: 'A', aboutSelf: 'yes' });
  });

  it('says not known for the other one where only adults or only children were answered', () => {
    const data = toConcern({ whatHappened: 'A', children: 'yes' });
    assert.deepEqual(data['othersAtRisk'], { adults: 'notKnown', children: 'yes' });
    assert.equal(concernEvents['concern.raised'].safeParse(data).success, true);
  });

  it('records no source of risk where the worry is that nobody copes', () => {
    assert.equal('sourceOfRisk' in toConcern({ whatHappened: 'A', source: 'nobody' }), false);
  });

  it('records a wish to stay unnamed as such', () => {
    assert.deepEqual(toConcern({ mayTell: 'doNotTell' })['referrer'], { stayAnonymousToPerson: 'yes' });
  });

  it('asks for what happened, on its own page and at the end, and for nothing else', () => {
    assert.deepEqual(
      checkConcern({}, pageOf('whatHappened')).map(({ code }) => code),
      ['missing'],
    );
    assert.deepEqual(checkConcern({}, pageOf('person')), []);
    assert.deepEqual(
      checkConcern({}).map(({ question }) => question.id),
      ['whatHappened'],
    );
  });

  it('says what is wrong with a date, a text that is too long and a sign that cannot be kept', () => {
    const answers = {
      wayIn: 'organisation',
      whatHappened: 'x'.repeat(50_001),
      personBorn: '1948-13-40',
      personName: 'A\u0000',
    };
    const problems = checkConcern(answers).map(({ question, code }) => [question.id, code]);
    assert.deepEqual(problems, [
      ['whatHappened', 'too-long'],
      ['personName', 'characters'],
      ['personBorn', 'not-a-date'],
    ]);
  });

  it('writes a date of birth with two figures each', () => {
    const data = toConcern({ wayIn: 'organisation', whatHappened: 'A', personBorn: '1948-3-7' });
    assert.deepEqual(data['adult'], { dateOfBirth: '1948-03-07' });
  });

  it('comes back as the same answers', () => {
    const answers = {
      wayIn: 'organisation',
      whatHappened: 'A',
      kinds: ['physical', 'selfNeglect'],
      source: 'serviceProvider',
      mayTell: 'doNotTell',
      yourOrganisation: 'Homes',
    };
    const back = answersFrom(toConcern(answers));
    assert.deepEqual(toConcern({ ...back, wayIn: 'organisation' }), toConcern(answers));
  });
});
