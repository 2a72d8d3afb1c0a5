import type { Keep } from './concerns.js';

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

/** What one turn came to: concerns in a second, how long each took, and the CPU of this process for each, in milliseconds. */
export type Turn = { readonly rate: number; readonly took: readonly number[]; readonly cpu: number };

/** So many concerns by so many people at once, each sending the next when the one before is kept. */
export const drive = async (
  keep: Keep,
  { concerns, people }: { readonly concerns: number; readonly people: number },
): Promise<Turn> => {
  const took: number[] = [];
  let left = concerns;
  const began = performance.now();
  const before = process.cpuUsage();
  await Promise.all(
    Array.from({ length: people }, async () => {
      while ((left -= 1) >= 0) {
        const start = performance.now();
        await keep();
        took.push(performance.now() - start);
      }
    }),
  );
  const { user, system } = process.cpuUsage(before);
  const rate = (took.length / (performance.now() - began)) * 1000;
  return { rate, took, cpu: (user + system) / took.length / 1000 };
};

/** Each in turns, the order reversed each round, so that whatever else the machine does falls on all alike. The first round warms up. */
export const inTurns = async <N extends string>(
  ways: Readonly<Record<N, Keep>>,
  { rounds, ...extent }: { readonly rounds: number; readonly concerns: number; readonly people: number },
): Promise<Readonly<Record<N, readonly Turn[]>>> => {
  const names = Object.keys(ways) as N[];
  const turns = Object.fromEntries(names.map((name) => [name, [] as Turn[]])) as Record<N, Turn[]>;
  for (let round = -1; round < rounds; round += 1)
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const turn = await drive(ways[name], extent);
      if (round >= 0) turns[name].push(turn);
    }
  return turns;
};
