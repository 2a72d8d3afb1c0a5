import { buildAll, compileContinuously } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { tool } from './lib/programs.mjs';
import { giveUp } from './lib/say.mjs';

await ensureInstalled();
await buildAll().catch((error) => giveUp(error.message));
if (process.argv.includes('--build')) {
  const { code } = await tool('storybook', ['build', '--output-dir', 'storybook-static']);
  process.exit(code);
}
void compileContinuously();
const { code } = await tool('storybook', [
  'dev',
  '--port',
  process.env.PORT || '6006',
  '--no-open',
  '--no-version-updates',
]);
process.exit(code);
