import { AsyncLocalStorage } from 'node:async_hooks';
import type { By, Role } from '@msp/workflows';
import type { Caller } from './asking.js';
import { type Random, randomFrom, uuidOf } from './random.js';
import { type Model, newModel } from './tenant-model.js';

export const TENANTS = 3;

const ALPHABET = '23456789CDFHJKMNPQRTVWX';

/** One of twenty who work at the same moment. Three of them, one in each tenant, get the same ids, references and keys. */
export type Worker = {
  readonly tenant: string;
  /** Ids that this worker, or the one in the same place of another tenant, gets or got: `of` counts the tenants from 0. */
  readonly idAt: (number: number, of?: number) => string;
  readonly place: number;
  readonly random: Random;
  readonly model: Model;
  readonly by: (role: Role) => By;
  readonly as: (role: Role, caseId?: string) => Caller;
  readonly key: () => string;
  /** What was made for the request that is under way. */
  readonly made: { ids: string[]; references: string[] };
  count: { ids: number; references: number; keys: number };
};

/** Every third id is of one tenant alone. */
const idOf = (history: number, group: number, number: number, tenant: number): string =>
  uuidOf(history, group, number, number % 3 === 0 ? tenant + 1 : 0);

export const newWorker = (history: number, index: number): Worker => {
  const [place, group] = [index % TENANTS, Math.floor(index / TENANTS)];
  const tenant = `tenant-${history}-${place}`;
  const count = { ids: 0, references: 0, keys: 0 };
  const subject = `worker-${group}`;
  return {
    tenant,
    place,
    idAt: (number, of = place) => idOf(history, group, number, of),
    random: randomFrom(history * 1_000 + index),
    model: newModel(),
    by: (role) => ({ id: subject, role, organisation: 'same' }),
    as: (role, caseId) => ({
      tenant,
      role,
      subject,
      organisation: 'same',
      ...(caseId === undefined ? {} : { caseId }),
    }),
    key: () => `key-${history}-${group}-${String((count.keys += 1)).padStart(12, '0')}`,
    made: { ids: [], references: [] },
    count,
  };
};

const atWork = new AsyncLocalStorage<Worker>();

export const as = <T>(worker: Worker, work: () => Promise<T>): Promise<T> => atWork.run(worker, work);

const present = (): Worker => {
  const worker = atWork.getStore();
  if (!worker) throw new Error('Nobody is at work.');
  return worker;
};

/** For a server: the ids and references that the worker at work gets. */
export const makers = {
  newId: (): string => {
    const worker = present();
    const id = worker.idAt((worker.count.ids += 1));
    worker.made.ids.push(id);
    return id;
  },
  newReference: (): string => {
    const worker = present();
    const digits = randomFrom(
      Number.parseInt(worker.by('manager').id.slice(7), 10) * 997 + (worker.count.references += 1),
    );
    const letters = Array.from({ length: 8 }, () => ALPHABET[digits.below(ALPHABET.length)] ?? '2').join('');
    const reference = `MSP-${letters.slice(0, 4)}-${letters.slice(4)}`;
    worker.made.references.push(reference);
    return reference;
  },
};
