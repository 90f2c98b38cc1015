/** The walls of the application: app > features > entities, live > components, lib, gen. */
const below = (from, to) => ({
  name: `${from.replaceAll('|', '-and-')}-know-nothing-above-them`,
  severity: 'error',
  from: { path: `^src/(${from})/` },
  to: { path: `^src/(${to})/` },
});

module.exports = {
  forbidden: [
    below('features', 'app'),
    below('entities|live', 'app|features'),
    below('components', 'app|features|entities|live'),
    below('lib', 'app|features|entities|live|components'),
    below('gen', 'app|features|entities|live|components|lib'),
    {
      name: 'a-feature-never-imports-a-feature',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'the-upload-engine-knows-no-framework',
      severity: 'error',
      from: { path: '^src/features/upload/engine/', pathNot: '\\.test\\.ts$' },
      to: {
        path: 'node_modules|^src/(components|features/upload/(?!engine/))',
        pathNot: 'node_modules/hash-wasm/', // a hash, where the browser has none that reads streams
      },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.d\\.ts$|src/(gen|testing)/' },
      to: {},
    },
    {
      name: 'only-what-is-declared',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.app.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
