import { cellKey } from './counts.js';
import { spreadOf } from './histogram.js';
import { follow } from './ledger.js';
import type { Measure } from './measures.js';
import { nationalTables } from './national-tables.js';
import { experienceTables, ownTables, reasons } from './own-codes.js';
import { isFollowed, returnAfter } from './returns.js';
import { type Shown, rounded, suppress } from './suppress.js';
import type { TableSpec } from './table.js';

/** For whom a report is: about one person, inside one organisation, or across the partnership. */
export type Level = 'person' | 'organisation' | 'partnership';

export type ReportOptions = {
  readonly level: Level;
  /** Hide small numbers inside an organisation too. Across the partnership they are always hidden. */
  readonly suppress?: boolean;
  /** A day, `YYYY-MM-DD`: returns are then counted only for closings that twelve months had passed since. */
  readonly asOf?: string;
};

type Heading = { readonly code: string; readonly label: string };

export type ReportTable = {
  readonly code: string;
  readonly title: string;
  readonly columns: readonly Heading[];
  /** `values` in the order of `columns`; where cells add up, the last row and column are the totals. */
  readonly rows: readonly (Heading & { readonly values: readonly Shown[] })[];
};

/** How long something took or how far it moved. */
export type ReportSpread = Heading & {
  readonly unit: 'days' | 'steps of 5';
  readonly number: Shown;
  readonly lower: Shown;
  readonly median: Shown;
  readonly upper: Shown;
};

export type Report = {
  readonly level: Level;
  readonly suppressed: boolean;
  readonly tables: readonly ReportTable[];
  readonly spreads: readonly ReportSpread[];
};

type Cells = Readonly<Record<string, number>>;

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const withTotals = (cells: readonly (readonly number[])[], totals: { row: boolean; column: boolean }): number[][] => {
  const wide = cells.map((row) => (totals.column ? [...row, sum(row)] : [...row]));
  const [first = []] = wide;
  return totals.row ? [...wide, first.map((_, column) => sum(wide.map((row) => row[column] as number)))] : wide;
};

const total: Heading = { code: 'total', label: 'Total' };

const headings = (codes: TableSpec['rows'], add: boolean): Heading[] => [
  ...Object.entries(codes).map(([code, label]) => ({ code, label })),
  ...(add ? [total] : []),
];

/** Councils need not answer SG4a: where nobody recorded anything, it is not available rather than small. */
const isUnavailable = ({ national }: TableSpec, cells: readonly (readonly number[])[]): boolean =>
  national?.reference === 'SG4a' && cells.flat().every((value) => value === 0);

/** One table of a report from its counts. */
export const layOut = (spec: TableSpec, cells: Cells, hide: boolean): ReportTable => {
  const rowCodes = Object.keys(spec.rows);
  const columnCodes = Object.keys(spec.columns);
  const plain = rowCodes.map((row) => columnCodes.map((column) => cells[cellKey(row, column)] ?? 0));
  const totals = { row: spec.totals && rowCodes.length > 1, column: spec.totals && columnCodes.length > 1 };
  const full = withTotals(plain, totals);
  const shown: Shown[][] = hide
    ? isUnavailable(spec, plain)
      ? full.map((row) => row.map(() => '[x]'))
      : suppress(full, spec.totals)
    : full;
  return {
    code: spec.code,
    title: spec.title,
    columns: headings(spec.columns, totals.column),
    rows: headings(spec.rows, totals.row).map((heading, row) => ({ ...heading, values: shown[row] as Shown[] })),
  };
};

const returnColumns = {
  within6Months: 'Came back within 6 months',
  within12Months: 'Came back after 6 and within 12 months',
  notWithin12Months: 'Did not come back within 12 months',
};

const returnTables: readonly [TableSpec, TableSpec] = [
  {
    code: 'returnsByReason',
    title: 'Coming back after closing, by why the person wanted to stop',
    rows: reasons,
    columns: returnColumns,
    totals: true,
  },
  {
    code: 'returnsBySupport',
    title: 'Coming back after closing, by support taken up',
    rows: { takenUp: 'Taken up', notTakenUp: 'Offered, not taken up', notOffered: 'None offered' },
    columns: returnColumns,
    totals: true,
  },
];

const returns = ({ ledger }: Measure, { asOf }: ReportOptions, hide: boolean): ReportTable[] => {
  const byReason: Record<string, number> = {};
  const bySupport: Record<string, number> = {};
  const count = (cells: Record<string, number>, key: string): void => {
    cells[key] = (cells[key] ?? 0) + 1;
  };
  for (const closing of follow(ledger)) {
    if (!isFollowed(closing, asOf)) continue;
    const column = returnAfter(closing);
    for (const reason of closing.reasons) count(byReason, cellKey(reason, column));
    count(bySupport, cellKey(closing.supported, column));
  }
  return [layOut(returnTables[0], byReason, hide), layOut(returnTables[1], bySupport, hide)];
};

const spread = (cells: Cells, heading: Omit<ReportSpread, keyof ReturnType<typeof spreadOf>>, hide: boolean) => {
  const { number, ...points } = spreadOf(cells);
  const isSmall = hide && number < 5;
  const show = (value: number | null): Shown => (isSmall ? '[c]' : (value ?? '[x]'));
  return {
    ...heading,
    number: isSmall ? ('[c]' as const) : hide ? rounded(number) : number,
    lower: show(points.lower),
    median: show(points.median),
    upper: show(points.upper),
  };
};

/**
 * What was counted, as tables. *person*: fold one person's cases, and read it with them. *organisation*: fold the cases that
 * one organisation holds; for its own eyes. *partnership*: merge the organisations' measures; numbers under 5 are always
 * `[c]`, the others rounded to 5. No report holds words, names or ids.
 *
 * @param options `level`; `suppress` hides small numbers at the other levels too; `asOf` (see `ReportOptions`).
 */
export const report = (measure: Measure, options: ReportOptions): Report => {
  const hide = options.level === 'partnership' || options.suppress === true;
  const cellsOf = (code: string): Cells => measure.counts[code] ?? {};
  const specs = [...nationalTables, ...ownTables, ...experienceTables];
  return {
    level: options.level,
    suppressed: hide,
    tables: [...specs.map((spec) => layOut(spec, cellsOf(spec.code), hide)), ...returns(measure, options, hide)],
    spreads: [
      spread(
        cellsOf('daysToConversation'),
        {
          code: 'daysToConversation',
          label: 'From the concern to the first conversation with the person',
          unit: 'days',
        },
        hide,
      ),
      spread(
        cellsOf('safetySteps'),
        { code: 'safetySteps', label: 'How much safer the person feels, from start to end', unit: 'steps of 5' },
        hide,
      ),
    ],
  };
};
