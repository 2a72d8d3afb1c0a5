import * as z from 'zod/mini';

const MAX_TEXT = 50_000;
const MAX_LABEL = 500;

/** U+0000 cannot be stored by PostgreSQL, and a lone surrogate cannot be written as UTF-8: both would lose words later. */
const isStorable = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);

const storable = z.refine<string>(isStorable, { error: 'text has a character that cannot be stored' });
const notBlank = z.refine<string>((text) => text.trim() !== '', { error: 'must not be empty' });

/** What somebody wrote or said: kept to the letter, never trimmed. */
export const words = z.string().check(notBlank, z.maxLength(MAX_TEXT), storable);

/** A short text: a name, a code of another system, an identifier. */
export const label = z.string().check(notBlank, z.maxLength(MAX_LABEL), storable);

/** What somebody or something is known by here: rules read it, so it is no text and is not erased. Never a name. */
export const reference = z.string().check(notBlank, z.maxLength(MAX_LABEL), storable);

/** Nobody who is cared for today was born before 1900, and no plan reaches beyond 2199: such years are slips of the hand. */
const yearThatCanBe = z.refine<string>((text) => !/^\d{4}-/.test(text) || (text >= '1900' && text < '2200'), {
  error: 'has to be a date from 1900 to 2199',
});

/** An instant, ISO 8601 with `Z` or an offset. */
export const instant = z.iso.datetime({ offset: true }).check(yearThatCanBe);

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date().check(yearThatCanBe);

/** A moment that somebody remembers as a day or knows to the minute. */
export const dayOrInstant = z.union([day, instant]);

export const yesNo = z.enum(['yes', 'no']);
export const yesNoNotKnown = z.enum(['yes', 'no', 'notKnown']);
export const yesNoUnsure = z.enum(['yes', 'no', 'unsure']);

/** Ways of not knowing, values of their own in every coded list (national collection: not known, not asked, not recorded). */
export const NOT_KNOWN = ['notKnown', 'notAsked', 'notRecorded'] as const;

export const howInTouch = z.enum(['inPerson', 'phone', 'video', 'writing', 'other']);

/** Data of an event that needs nothing more than having happened; a note may be kept with it. */
export const noted = z.strictObject({ because: z.optional(words) });
