import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../case/rules.js';
import { assessmentDuties } from '../duties/assessment.duties.js';
import { enquiryDuties } from '../duties/enquiry.duties.js';
import { peopleDuties } from '../duties/people.duties.js';
import type { Rule } from '../kit/rule.js';
import { inWordsOf } from '../kit/wording.js';
import { sentences } from '../paths/sentences.js';
import { goingOnPrompts } from '../prompts/going-on.prompts.js';
import { listeningPrompts } from '../prompts/listening.prompts.js';
import type { Policy } from './policy.schema.js';
import { scotlandASP } from './scotland-asp.js';
import { walesSSWBA } from './wales-sswba.js';

const written = (Object.values(rules) as (readonly Rule[])[])
  .flat()
  .flatMap(({ code, cites }) => (typeof cites === 'string' ? [{ code, cites }] : []));
const duties = [enquiryDuties, assessmentDuties, peopleDuties].flatMap((some) => Object.values(some));

const steps = Object.entries(sentences).map(([code, [, cites]]) => ({ code, cites }));

/** Everything that cites a provision, by its code, and the provision that England’s law has for it. */
const citing = [
  ...written,
  ...duties,
  ...listeningPrompts,
  ...goingOnPrompts,
  ...steps,
  { code: 'no-concern', cites: 'Care Act 2014 s42(1)' },
];

const ENGLANDS = /Care Act 2014|Care and Support Statutory Guidance|Safeguarding Adults Collection/;

const others: readonly (readonly [Policy, RegExp])[] = [
  [walesSSWBA, ENGLANDS],
  [scotlandASP, new RegExp(`${ENGLANDS.source}|Mental Capacity Act`)],
];

for (const [policy, foreign] of others) {
  test(`nothing that is said under ${policy.id} cites the law of another nation`, () => {
    const wrong = citing
      .map(({ code, cites }) => `${code}: ${inWordsOf(policy, code, { message: '', cites }).cites}`)
      .filter((said) => foreign.test(said));
    assert.deepEqual([...new Set(wrong)], []);
    assert.equal(foreign.exec(JSON.stringify(policy))?.[0], undefined);
  });
}

test('England’s law is what these look for', () => {
  assert.ok(citing.filter(({ cites }) => ENGLANDS.test(cites)).length > 110);
});
