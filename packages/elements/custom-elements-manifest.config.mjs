import { modulePathResolverPlugin } from '@wc-toolkit/module-path-resolver';

/** Events that a base class sends by a name that it is given are no events of their own. */
const namedEventsOnly = {
  name: 'named-events-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules)
      for (const declaration of declarations)
        if (declaration.events) declaration.events = declaration.events.filter(({ name }) => name?.startsWith('msp-'));
  },
};

export default {
  globs: ['src/**/*.element.ts', 'src/kit/element.ts', 'src/stage/stage-element.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    modulePathResolverPlugin({
      modulePathTemplate: (path) => path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js'),
      typeDefinitionPathTemplate: (path) => path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.d.ts'),
    }),
    namedEventsOnly,
  ],
};
