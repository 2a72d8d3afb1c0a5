import { randomLetters } from '../random-letters.js';

const LETTERS = 16;

/**
 * A new site key for an organisation. It is public: it stands in the page. What keeps others from using it is the list of origins beside
 * it in the settings.
 */
export const newSiteKey = (tenant: string): string => `site.${tenant}.${randomLetters(LETTERS)}`;
