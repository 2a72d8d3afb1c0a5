import { buildAll } from './lib/build.mjs';
import { giveUp, step } from './lib/say.mjs';
import { prepare } from './lib/workspace.mjs';

await prepare();
await buildAll().catch((error) => giveUp(error.message));
step('Built: packages/*/dist, packages/elements/dist/bundle, packages/elements/custom-elements.json');
