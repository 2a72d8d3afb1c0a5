import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TooManyWaiting, createLanes } from './lanes.js';

const gates = () => {
  const open: (() => void)[] = [];
  const order: string[] = [];
  let going = 0;
  let most = 0;
  const work = (name: string) => async (): Promise<string> => {
    order.push(name);
    going += 1;
    most = Math.max(most, going);
    await new Promise<void>((resolve) => open.push(resolve));
    going -= 1;
    return name;
  };
  return { open, order, work, most: () => most };
};
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('callers take turns, however much one of them sent before', async () => {
  const lanes = createLanes(1, 100);
  const { open, order, work } = gates();
  const all = [1, 2, 3, 4].map((count) => lanes.run('flood', work(`flood ${count}`)));
  all.push(lanes.run('mary', work('mary 1')), lanes.run('john', work('john 1')), lanes.run('mary', work('mary 2')));
  while (order.length < 7 || open.length > 0) {
    await settle();
    open.shift()?.();
  }
  assert.deepEqual(order, ['flood 1', 'flood 2', 'mary 1', 'john 1', 'flood 3', 'mary 2', 'flood 4']);
  assert.equal((await Promise.all(all)).length, 7);
});

test('no more go on at once than may, and what fails makes room', async () => {
  const lanes = createLanes(3, 100);
  const { open, work, most } = gates();
  const fails = lanes.run('a', () => Promise.reject(new Error('no')));
  await assert.rejects(fails, /no/);
  const all = Array.from({ length: 20 }, (_, index) => lanes.run(`caller ${index % 4}`, work(String(index))));
  for (let done = 0; done < 20;) {
    await settle();
    const opened = open.splice(0);
    opened.forEach((go) => go());
    done += opened.length;
  }
  await Promise.all(all);
  assert.equal(most(), 3);
});

test('a caller with too much waiting is refused, and nobody else is', async () => {
  const lanes = createLanes(1, 2);
  const { open, work } = gates();
  const all = [1, 2, 3].map((count) => lanes.run('flood', work(`flood ${count}`)));
  await assert.rejects(lanes.run('flood', work('flood 4')), TooManyWaiting);
  all.push(lanes.run('mary', work('mary')));
  for (let done = 0; done < 4; done += 1) {
    await settle();
    open.shift()?.();
  }
  assert.equal((await Promise.all(all)).length, 4);
});
