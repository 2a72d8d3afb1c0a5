import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

const isOfALibrary = ({ code, message, ids }) =>
  (code === 'INVALID_ANNOTATION' && message.includes('node_modules')) ||
  (code === 'CIRCULAR_DEPENDENCY' && ids.every((id) => id.includes('node_modules')));

/** A cycle, or an import that leads nowhere, is a fault of ours and no remark. */
const noWarnings = (warning) => {
  if (!isOfALibrary(warning)) throw new Error(`${warning.code}: ${warning.message}`);
};

const bundle = (input, file) => ({
  input: `packages/elements/dist/${input}`,
  output: { file: `packages/elements/dist/bundle/${file}`, format: 'es', sourcemap: true },
  plugins: [
    // Without the condition, Lit's development build would go in.
    nodeResolve({ browser: true, exportConditions: ['production'] }),
    terser({ module: true, ecma: 2022 }),
  ],
  onwarn: noWarnings,
});

/** What a page loads with one script tag: every element, or the concern form alone. */
export default [bundle('define.js', 'define.min.js'), bundle('define/msp-concern-form.js', 'msp-concern-form.min.js')];
