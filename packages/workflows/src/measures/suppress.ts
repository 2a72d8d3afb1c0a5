/** A number, or why there is none: `[c]` too small to show, `[x]` not available. The marks of the national publication. */
export type Shown = number | '[c]' | '[x]';

const SMALL = 5;
const STEP = 5;

/** To the nearest 5, as the national publication does. */
export const rounded = (value: number): number => Math.round(value / STEP) * STEP;

type Line = readonly (readonly [row: number, column: number])[];

const linesOf = (rows: number, columns: number): readonly Line[] => [
  ...Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => [row, column] as const)),
  ...Array.from({ length: columns }, (_, column) => Array.from({ length: rows }, (__, row) => [row, column] as const)),
];

/** Hides the smallest other cell of every line that hides only one, until no line does. */
const hideCompanions = (cells: readonly (readonly number[])[], hidden: boolean[][], lines: readonly Line[]): void => {
  const isHidden = ([row, column]: Line[number]): boolean => hidden[row]?.[column] === true;
  const valueAt = ([row, column]: Line[number]): number => cells[row]?.[column] ?? 0;
  let again = true;
  while (again) {
    again = false;
    for (const line of lines) {
      if (line.filter(isHidden).length !== 1) continue;
      const shown = line.filter((place) => !isHidden(place)).sort((a, b) => valueAt(a) - valueAt(b));
      const [smallest] = shown;
      if (!smallest) continue;
      const row = hidden[smallest[0]];
      if (row) row[smallest[1]] = true;
      again = true;
    }
  }
};

/**
 * The cells as they may leave an organisation. Numbers under 5, 0 among them, are `[c]`; the others are rounded to 5. Where
 * cells add up (`totals`: the last row and the last column are their totals), every row and column that hides one number
 * hides at least two, so that no total gives the one away.
 */
export const suppress = (cells: readonly (readonly number[])[], totals: boolean): Shown[][] => {
  const hidden = cells.map((row) => row.map((value) => value < SMALL));
  if (totals) hideCompanions(cells, hidden, linesOf(cells.length, cells[0]?.length ?? 0));
  return cells.map((row, r) => row.map((value, c) => (hidden[r]?.[c] ? '[c]' : rounded(value))));
};
