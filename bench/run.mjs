// Bundles the bench as the product is bundled, and runs it: code that is translated file by file when it is loaded is
// slower, and nobody runs it so.
import * as esbuild from 'esbuild';

await esbuild.build({
  entryPoints: ['bench/bench.ts'],
  outfile: 'out/bench.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'linked',
  minifySyntax: true,
  logLevel: 'warning',
});
await import('../out/bench.mjs');
