import { test } from 'node:test';
import { memoryStore } from './memory.js';
import { storeSuite } from './suite.js';

storeSuite({ test, makeStore: memoryStore, cleanup: (store) => store.close() });
