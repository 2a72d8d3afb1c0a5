import { belittling } from './english.belittling.js';
import { circumstances } from './english.circumstances.js';
import { behaviour } from './english.behaviour.js';
import { blaming } from './english.blaming.js';
import { doubting } from './english.doubting.js';
import { engaging } from './english.engaging.js';
import { health } from './english.health.js';
import { labels } from './english.labels.js';
import { ours } from './english.ours.js';
import type { VocabularyEntry } from './vocabulary.js';

/**
 * Wording to think twice about, in English (LGA and ADASS on person-centred recording; the Family Safeguarding language notes). A
 * pack adds its own after it: `[...english, ...ours]`; where two have the same phrase, the later one is said.
 */
export const english: readonly VocabularyEntry[] = [
  ...engaging,
  ...blaming,
  ...belittling,
  ...doubting,
  ...labels,
  ...circumstances,
  ...health,
  ...behaviour,
  ...ours,
];
