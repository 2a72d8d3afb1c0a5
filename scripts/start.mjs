import { join } from 'node:path';
import { buildAll } from './lib/build.mjs';
import { giveUp } from './lib/say.mjs';
import { node, prepare, root, run } from './lib/workspace.mjs';

await prepare();
await buildAll().catch((error) => giveUp(error.message));
const { code } = await run(node(), ['--enable-source-maps', join(root, 'examples', 'portal', 'dist', 'main.js')], {
  env: { MSP_DATA_DIR: process.env.MSP_DATA_DIR ?? join(root, '.data') },
});
process.exit(code === 130 ? 0 : code);
