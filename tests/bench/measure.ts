const ROUNDS = 9;

const cpu = (work: () => unknown, times: number): number => {
  const before = process.cpuUsage();
  for (let i = 0; i < times; i += 1) work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/**
 * CPU µs for one run of each work, in turns (the order reversed each round), so that whatever else the machine does falls on all
 * alike. Medians; the first round only warms up.
 */
export const inTurns = <N extends string>(
  works: Readonly<Record<N, () => unknown>>,
  times: number,
): Readonly<Record<N, number>> => {
  const names = Object.keys(works) as N[];
  const measured = new Map<N, number[]>(names.map((name) => [name, []]));
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const spent = cpu(works[name], times) / times;
      if (round >= 0) measured.get(name)?.push(spent);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(measured.get(name) ?? [])])) as Record<N, number>;
};

export const row = (name: string, value: string, more = ''): void => {
  console.log(`  ${name.padEnd(64)} ${value.padStart(12)}  ${more}`);
};
