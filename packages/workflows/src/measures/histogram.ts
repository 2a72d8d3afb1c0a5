/** Half of the values are at or under `median`, a quarter at or under `lower`, three quarters at or under `upper`. */
export type Spread = {
  readonly number: number;
  readonly lower: number | null;
  readonly median: number | null;
  readonly upper: number | null;
};

/**
 * The spread of exact counts by value (`'12|number': 3`: three times 12). Mergeable, as averages and sketches of medians are
 * not: counts add up, and the median is read from the sum. A median between two values is the lower one.
 */
export const spreadOf = (cells: Readonly<Record<string, number>>): Spread => {
  const values = Object.entries(cells)
    .map(([cell, count]) => ({ value: Number.parseInt(cell, 10), count }))
    .sort((a, b) => a.value - b.value);
  const total = values.reduce((sum, { count }) => sum + count, 0);
  const at = (share: number): number | null => {
    let seen = 0;
    for (const { value, count } of values) {
      seen += count;
      if (seen >= total * share) return value;
    }
    return null;
  };
  return { number: total, lower: at(0.25), median: at(0.5), upper: at(0.75) };
};
