import { buildAll } from './lib/build.mjs';
import { step } from './lib/say.mjs';
import { prepare } from './lib/workspace.mjs';

await prepare();
await buildAll();
step('Built: packages/*/dist, packages/elements/dist/bundle, packages/elements/custom-elements.json');
