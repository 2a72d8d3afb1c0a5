import type { Rules } from '../kit/rule.js';

export const capacityRules: Rules = {
  'capacity.assessed': [
    {
      code: 'capacity-test-incomplete',
      message:
        'To record that somebody lacks capacity for this decision, record the support they were given, which part of the test they could not do, and the impairment of mind or brain that causes it.',
      cites: 'Mental Capacity Act 2005 s1(3), s2(1), s3(1)',
      clearedBy: [],
      blocks: (_, { data }) =>
        data?.conclusion === 'lacksCapacity' &&
        (data.supportGiven.length === 0 ||
          !Object.values(data.ableToDecide).includes('no') ||
          data.impairment === undefined),
    },
  ],
};
