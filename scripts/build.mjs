import { buildAll } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { giveUp, step } from './lib/say.mjs';

await ensureInstalled();
await buildAll().catch((error) => giveUp(error.message));
step('Built: packages/*/dist, packages/elements/dist/bundle, packages/elements/custom-elements.json');
