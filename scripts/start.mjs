import { join } from 'node:path';
import { buildAll } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { run } from './lib/processes.mjs';
import { node } from './lib/programs.mjs';
import { root } from './lib/root.mjs';
import { giveUp } from './lib/say.mjs';

await ensureInstalled();
await buildAll().catch((error) => giveUp(error.message));
const { code } = await run(node(), ['--enable-source-maps', join(root, 'examples', 'portal', 'dist', 'main.js')], {
  env: { MSP_DATA_DIR: process.env.MSP_DATA_DIR || join(root, '.data') },
});
process.exit(code);
