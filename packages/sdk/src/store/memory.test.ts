import { test } from 'node:test';
import { memoryStore } from './memory.js';
import { runStoreSuite } from './suite.js';

runStoreSuite({ test, makeStore: memoryStore, cleanup: (store) => store.close() });
