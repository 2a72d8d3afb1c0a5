import { buildAll } from './lib/build.mjs';
import { giveUp } from './lib/say.mjs';
import { prepare, tool } from './lib/workspace.mjs';

await prepare();
await buildAll().catch((error) => giveUp(error.message));
const args = process.argv.includes('--build')
  ? ['build', '--output-dir', 'storybook-static']
  : ['dev', '--port', process.env.PORT ?? '6006', '--no-open'];
const { code } = await tool('storybook', args, { env: { STORYBOOK_DISABLE_TELEMETRY: '1' } });
process.exit(code === 130 ? 0 : code);
