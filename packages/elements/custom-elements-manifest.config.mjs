import { modulePathResolverPlugin } from '@wc-toolkit/module-path-resolver';

export default {
  globs: ['src/**/*.element.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.fixture.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    modulePathResolverPlugin({
      modulePathTemplate: (path) => path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js'),
      typeDefinitionPathTemplate: (path) => path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.d.ts'),
    }),
  ],
};
