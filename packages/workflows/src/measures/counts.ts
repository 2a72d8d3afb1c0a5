/** Whole-number counts by table and cell. A cell that is not there is 0. Adding counts is the whole of merging. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Says that one thing belongs in this row and column of this table. */
export type Emit = (table: string, row: string, column: string) => void;

/** Changes to counts, gathered before they are applied, so that what cancels out costs nothing. */
export type Delta = Map<string, Map<string, number>>;

export const cellKey = (row: string, column: string): string => `${row}|${column}`;

export const change = (delta: Delta, table: string, cell: string, by: number): void => {
  let cells = delta.get(table);
  if (!cells) delta.set(table, (cells = new Map<string, number>()));
  cells.set(cell, (cells.get(cell) ?? 0) + by);
};

/** An emitter that adds (1) or takes back (-1) whatever is said to it. */
export const emitInto =
  (delta: Delta, sign: 1 | -1): Emit =>
  (table, row, column) => {
    change(delta, table, cellKey(row, column), sign);
  };

const without = (cells: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== 0));

const applyCells = (cells: Readonly<Record<string, number>> | undefined, changes: ReadonlyMap<string, number>) => {
  let next: Record<string, number> | undefined;
  let hasZero = false;
  for (const [cell, by] of changes) {
    if (by === 0) continue;
    next ??= { ...cells };
    const value = (next[cell] ?? 0) + by;
    next[cell] = value;
    hasZero ||= value === 0;
  }
  return next && hasZero ? without(next) : next;
};

/** The counts with the changes applied. Tables that do not change are shared; cells and tables that come to 0 are left out. */
export const applyDelta = (counts: Counts, delta: Delta): Counts => {
  let next: Record<string, Readonly<Record<string, number>>> | undefined;
  for (const [table, changes] of delta) {
    const cells = applyCells(counts[table], changes);
    if (!cells) continue;
    next ??= { ...counts };
    if (Object.keys(cells).length === 0) delete next[table];
    else next[table] = cells;
  }
  return next ?? counts;
};

export const addCounts = (a: Counts, b: Counts): Counts => {
  const delta: Delta = new Map();
  for (const [table, cells] of Object.entries(b)) delta.set(table, new Map(Object.entries(cells)));
  return applyDelta(a, delta);
};
