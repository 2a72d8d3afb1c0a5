import * as z from 'zod/mini';
import { label } from '../kit/fields.js';

/**
 * One way of putting it that could hurt, and what to say instead. Data: a pack may add entries, in any language.
 *
 * A form is a phrase in plain letters. `[a|b]` stands for either, and may be empty on one side: `refus[es|ed|ing] to`. A space also
 * matches a hyphen or a line break, and either apostrophe matches both.
 */
export const vocabularyEntrySchema = z.strictObject({
  code: label,
  forms: z.array(label).check(z.minLength(1)),
  /** Longer phrases in which it does no harm: a name, a term of the law. */
  harmless: z.optional(z.array(label)),
  why: label,
  instead: z.array(label).check(z.minLength(1)),
  cites: label,
});

export type VocabularyEntry = z.output<typeof vocabularyEntrySchema>;
