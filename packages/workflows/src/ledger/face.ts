import { join, part } from './apart.js';
import { erase } from './erase.js';
import { seal } from './seal.js';
import { anchorOf, verify } from './verify.js';

/**
 * The record of a case as a chain that shows when it was tampered with, and from which words can be erased.
 *
 * @example
 * const hash = (text) => crypto.hash('sha256', text, 'hex'); // Node.js
 * const salts = () => randomBytes(16).toString('hex');
 * const sealed = ledger.seal(stored, previous.hash, { hash, salts });
 * ledger.verify([...earlier, sealed], { hash }); // { ok: true, says: 'chain intact', … }
 */
export const ledger = { seal, verify, erase, part, join, anchor: anchorOf };
