/** From and to, in UTF-16 code units; `to` is not part of it. */
export type Range = readonly [from: number, to: number];

// Blanks never run over the end of a line, of whichever kind: a page of line ends would take the square of its length.
const QUOTED_LINE = /^[^\S\n\r\u2028\u2029]*>.*$/gmu;
const PARAGRAPH_END = /\n[^\S\n]{0,120}\n/gu;
const MARK = /["“”'‘’]/gu;
const LETTER = /[\p{L}\p{N}]/u;

type Mark = { readonly sign: string; readonly at: number };

const isLetter = (sign: string | undefined): boolean => sign !== undefined && LETTER.test(sign);

/** A single sign between letters is an apostrophe; one after a digit stands for feet or inches. */
const opens = (text: string, { sign, at }: Mark): boolean => {
  if (sign === '“') return true;
  if (sign === '‘' || sign === '"') return !isLetter(text[at - 1]);
  return sign === "'" && !isLetter(text[at - 1]) && isLetter(text[at + 1]);
};

const closer: Readonly<Record<string, string>> = { '“': '”', '"': '"', '‘': '’', "'": "'" };

const closes = (text: string, { sign, at }: Mark, open: string): boolean =>
  sign === closer[open] && (sign === '”' || sign === '"' || !isLetter(text[at + 1]));

/** The mark that ends a quotation. After an s it may be an apostrophe (`friends’`): then a later one is better, so
 * that in doubt more is left alone. */
const closingOf = (text: string, marks: readonly Mark[], from: number): number => {
  const { sign: open } = marks[from] as Mark;
  let doubtful = -1;
  for (let next = from + 1; next < marks.length; next += 1) {
    const mark = marks[next] as Mark;
    if (open === '‘' && mark.sign === '‘') break;
    if (!closes(text, mark, open)) continue;
    if (mark.sign !== '’' || text[mark.at - 1] !== 's') return next;
    doubtful = next;
  }
  return doubtful;
};

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

const inParagraph = (text: string, marks: readonly Mark[]): Range[] => {
  const ranges: Range[] = [];
  const without = new Set<string>();
  for (let index = 0; index < marks.length;) {
    const mark = marks[index] as Mark;
    const next = !opens(text, mark) || without.has(mark.sign) ? -1 : closingOf(text, marks, index);
    if (next > 0) {
      ranges.push([mark.at, (marks[next] as Mark).at + 1]);
      index = next + 1;
      continue;
    }
    index += 1;
    if (!opens(text, mark)) continue;
    // None after this one means none after the next: without this, a page of lone marks would take the square of its length.
    if (mark.sign !== '‘') without.add(mark.sign);
    if (mark.sign === '“' || mark.sign === '"') {
      const end = lineEnd(text, mark.at);
      ranges.push([mark.at, end]);
      while ((marks[index]?.at ?? Infinity) < end) index += 1;
    }
  }
  return ranges;
};

/**
 * What stands in quotation marks, or on lines that begin with `>`: somebody's own words. A quotation ends in its own paragraph; a
 * double one that nobody closed ends with its line.
 */
export const quotedRanges = (text: string): Range[] => {
  const ranges: Range[] = [...text.matchAll(QUOTED_LINE)].map(({ 0: line, index }) => [index, index + line.length]);
  const ends = [...text.matchAll(PARAGRAPH_END)].map(({ index }) => index);
  let paragraph: Mark[] = [];
  let passed = 0;
  for (const { 0: sign, index: at } of text.matchAll(MARK)) {
    if ((ends[passed] ?? Infinity) < at) {
      ranges.push(...inParagraph(text, paragraph));
      paragraph = [];
    }
    while ((ends[passed] ?? Infinity) < at) passed += 1;
    paragraph.push({ sign, at });
  }
  ranges.push(...inParagraph(text, paragraph));
  return ranges.sort(([a], [b]) => a - b);
};
