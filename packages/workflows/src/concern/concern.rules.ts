import type { Rules } from '../kit/rule.js';
import { againstWishes, overrideRules } from '../voice/voice.rules.js';

export const concernRules: Rules = {
  'information.requested': overrideRules(({ facts }, { data }) =>
    data?.about === 'share' ? againstWishes(facts, 'share') : [],
  ),
  'information.shared': overrideRules(({ facts }) => againstWishes(facts, 'share')),
};
