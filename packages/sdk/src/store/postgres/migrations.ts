import { cases } from './migrations/0001-cases.js';
import type { Migration } from './migrations/migration.js';

/** Every migration, in order, numbered from 1 without a gap. Add at the end; change none. */
export const migrations: readonly Migration[] = [cases];
