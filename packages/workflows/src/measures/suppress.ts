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
  const isHidden = ([row, column]: Line[number]): boolean => (hidden[row] as boolean[])[column] as boolean;
  const valueAt = ([row, column]: Line[number]): number => (cells[row] as readonly number[])[column] as number;
  let again = true;
  while (again) {
    again = false;
    for (const line of lines) {
      if (line.filter(isHidden).length !== 1) continue;
      const shown = line.filter((place) => !isHidden(place)).sort((a, b) => valueAt(a) - valueAt(b));
      const [smallest] = shown;
      if (!smallest) continue;
      (hidden[smallest[0]] as boolean[])[smallest[1]] = true;
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
  const [first = []] = cells;
  if (totals) hideCompanions(cells, hidden, linesOf(cells.length, first.length));
  return cells.map((row, r) => row.map((value, c) => ((hidden[r] as boolean[])[c] ? '[c]' : rounded(value))));
};
