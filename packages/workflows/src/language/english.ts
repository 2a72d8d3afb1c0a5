import { blaming } from './english.blaming.js';
import { blaming2 } from './english.blaming-2.js';
import { doubting } from './english.doubting.js';
import { labels } from './english.labels.js';
import { labels2 } from './english.labels-2.js';
import { ours } from './english.ours.js';
import { ours2 } from './english.ours-2.js';
import type { VocabularyEntry } from './vocabulary.js';

/**
 * Wording to think twice about, in English (LGA and ADASS on person-centred recording; the Family Safeguarding language notes). A
 * pack adds its own after it: `[...english, ...ours]`; where two have the same phrase, the later one is said.
 */
export const english: readonly VocabularyEntry[] = [
  ...blaming,
  ...blaming2,
  ...doubting,
  ...labels,
  ...labels2,
  ...ours,
  ...ours2,
];
