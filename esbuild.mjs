// Bundles what is shipped into dist/. `--watch` builds again at every change; `--quiet` prints only what is wrong.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as esbuild from 'esbuild';

const watching = process.argv.includes('--watch');
const quiet = process.argv.includes('--quiet');

/** Loaded only when first needed, each from a bundle of its own beside the one that loads it. */
const lazy = {
  'vscode-languageclient/node': './languageclient.cjs',
  'date-holidays': './holidays.cjs',
};

const cjs = {
  format: 'cjs',
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: importMetaUrl() },
};
const esm = { format: 'esm', banner: { js: requireInEsm() } };
const cli = { ...esm, banner: { js: `#!/usr/bin/env node\n${requireInEsm()}` } };

/** What is built; `limit` is the size in bytes that the bundle must stay under. */
const bundles = [
  {
    entry: 'client/extension.ts',
    out: 'extension.cjs',
    limit: 250_000,
    options: { ...cjs, external: ['vscode'] },
  },
  {
    entry: 'vscode-languageclient/node',
    out: 'languageclient.cjs',
    limit: 450_000,
    options: { ...cjs, external: ['vscode'], minify: true },
  },
  { entry: 'server/server.ts', out: 'server.cjs', limit: 1_500_000, options: cjs },
  { entry: 'date-holidays', out: 'holidays.cjs', limit: 1_600_000, options: { ...cjs, minify: true } },
  { entry: 'server/cli/main.ts', out: 'cli.js', limit: 1_500_000, options: cli },
  // Threads of `simulate --jobs`.
  { entry: 'server/cli/simulate/thread.ts', out: 'simulateThread.js', limit: 500_000, options: esm },
  { entry: 'server/engine/runtime.ts', out: 'slapolicy.js', limit: 400_000, options: esm },
];

const started = performance.now();
mkdirSync('dist', { recursive: true });
const contexts = [];
for (const bundle of bundles) {
  if (bundle.entry.endsWith('.ts') && !existsSync(bundle.entry)) {
    console.error(`skipped dist/${bundle.out}: ${bundle.entry} does not exist`);
    continue;
  }
  contexts.push({ bundle, context: await esbuild.context(optionsOf(bundle)) });
}

if (watching) {
  await Promise.all(contexts.map(({ context }) => context.watch()));
  console.log('watching');
} else {
  const results = await Promise.all(
    contexts.map(({ context }) => context.rebuild().catch((failure) => ({ metafile: undefined, failure }))),
  );
  await Promise.all(contexts.map(({ context }) => context.dispose()));
  if (results.some((result) => !result.metafile)) process.exit(1);
  const rows = contexts.map(({ bundle }, index) => rowOf(bundle, results[index].metafile));
  removeStale(results.flatMap(({ metafile }) => Object.keys(metafile.outputs)));
  writeFileSync('dist/meta.json', `${JSON.stringify({ bundles: rows }, null, 1)}\n`);
  if (!quiet) printTable(rows);
  const tooLarge = rows.filter((row) => row.bytes >= row.limit);
  for (const row of tooLarge)
    console.error(`dist/${row.file} has ${row.bytes} bytes; ${row.limit} are allowed`);
  process.exit(tooLarge.length > 0 ? 1 : 0);
}

function optionsOf({ entry, out, options }) {
  return {
    // A package is required, not imported, so that module.exports is what its types say.
    ...(entry.endsWith('.ts')
      ? { entryPoints: [entry] }
      : { stdin: { contents: `module.exports = require('${entry}');`, resolveDir: '.' } }),
    outfile: `dist/${out}`,
    bundle: true,
    platform: 'node',
    target: 'node20',
    metafile: true,
    // Of what is minified nobody reads a stack trace.
    sourcemap: options.minify ? false : 'linked',
    sourcesContent: false,
    // Names stay as they are, so that a stack trace in a log can be read.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
    mainFields: ['module', 'main'],
    plugins: [loadLazily(entry)],
    ...options,
  };
}

/** Sends the imports in `lazy` to their own bundles, and refuses them where they would be loaded at start. */
function loadLazily(entry) {
  return {
    name: 'load-lazily',
    setup(build) {
      build.onResolve({ filter: /^(vscode-languageclient\/node|date-holidays)$/ }, ({ path, kind }) => {
        if (path === entry) return undefined;
        if (kind === 'import-statement') {
          return { errors: [{ text: `${path} is large: load it with import() where it is first needed` }] };
        }
        return { path: lazy[path], external: true };
      });
      // The command line starts the server's own bundle.
      build.onResolve({ filter: /\/server\.ts$/ }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: './server.cjs', external: true } : undefined,
      );
    },
  };
}

/** CommonJS has no import.meta.url; bundled packages and our own `new URL(…, import.meta.url)` expect one. */
function importMetaUrl() {
  return "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;";
}

/** Bundled CommonJS packages call require for Node's own modules. */
function requireInEsm() {
  return "import { createRequire as createRequireOfNode } from 'node:module'; const require = createRequireOfNode(import.meta.url);";
}

function rowOf({ entry, out, limit }, metafile) {
  const packages = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const [folder] = /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(input) ?? [];
    if (folder) packages.add(folder);
  }
  return { file: out, entry, bytes: statSync(`dist/${out}`).size, limit, packages: [...packages].sort() };
}

/** What an earlier build left behind must not be shipped; what is still built may be in use and stays until replaced. */
function removeStale(outputs) {
  const kept = new Set(outputs);
  for (const name of readdirSync('dist')) {
    if (!kept.has(`dist/${name}`)) rmSync(`dist/${name}`, { recursive: true });
  }
}

/** `node_modules/a/node_modules/b` is b. */
function nameOf(folder) {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function printTable(rows) {
  for (const { file, bytes, limit, packages } of rows) {
    const size = (bytes / 1000).toFixed(1).padStart(8);
    console.log(
      `${file.padEnd(20)} ${size} kB  (limit ${limit / 1000} kB)  ${packages.map(nameOf).join(', ')}`,
    );
  }
  console.log(`built in ${Math.round(performance.now() - started)} ms`);
}
