import { cases } from './migrations/0001-cases.js';
import { words } from './migrations/0002-words.js';
import { due } from './migrations/0003-due.js';
import { drafts } from './migrations/0005-drafts.js';
import { codes } from './migrations/0008-codes.js';
import { people } from './migrations/0009-people.js';
import { outbox } from './migrations/0007-outbox.js';
import { tenants } from './migrations/0006-tenants.js';
import { usedTokens } from './migrations/0004-used-tokens.js';
import type { Migration } from './migrations/migration.js';

/** Every migration, in order, numbered from 1 without a gap. Add at the end; change none. */
export const migrations: readonly Migration[] = [cases, words, due, usedTokens, drafts, tenants, outbox, codes, people];
