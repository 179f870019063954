// `npm run bench [-- NAME… --write]`: prints each figure beside its floor or peer, measured in the same run. `--write`
// puts the table into docs/performance.md. The exit code is 1 when a goal is missed.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { replaceSection } from '../docs/generate/section.ts';
import { businessTime } from './businessTime.ts';
import { compiling } from './compiling.ts';
import { coverage } from './coverage.ts';
import type { Figure } from './figure.ts';
import { language } from './language.ts';
import { bundleSizes, startUp } from './startUp.ts';
import { tallying } from './tallying.ts';
import { threads } from './threads.ts';
import { tickets } from './tickets.ts';

// Two of the peers compute in the zone of the process.
process.env.TZ = 'UTC';

const benches: { name: string; title: string; onBundles?: true; run: () => Figure[] | Promise<Figure[]> }[] =
  [
    { name: 'language', title: 'Reading a policy', run: language },
    { name: 'coverage', title: 'Proofs', run: coverage },
    { name: 'compile', title: 'Compiling a policy', run: compiling },
    { name: 'time', title: 'Business time', run: businessTime },
    { name: 'tickets', onBundles: true, title: 'Simulation', run: tickets },
    { name: 'tally', title: 'What spans tickets', run: tallying },
    { name: 'threads', onBundles: true, title: 'Simulation in threads', run: threads },
    { name: 'start', onBundles: true, title: 'Start-up', run: startUp },
    { name: 'size', onBundles: true, title: 'Bundles', run: bundleSizes },
  ];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean' } },
});
const chosen = benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

if (chosen.some(({ onBundles }) => onBundles)) {
  const build = spawnSync(process.execPath, ['esbuild.mjs', '--quiet'], { stdio: 'inherit' });
  if (build.status !== 0) process.exit(1);
}

const sections: string[] = [];
let missed = 0;
for (const { title, run } of chosen) {
  const figures = await run();
  console.log(`\n${title}`);
  for (const figure of figures) console.log(line(figure));
  missed += figures.filter(({ met }) => met === false).length;
  sections.push(table(title, figures));
}
console.log(missed === 0 ? '\nevery goal is met' : `\n${missed} goals are missed`);
if (values.write) write();
process.exitCode = missed > 0 ? 1 : 0;

function line({ name, ours, beside, goal, met }: Figure): string {
  const mark = met === undefined ? ' ' : met ? '✔' : '✘';
  return `${mark} ${name}: ${ours}${goal ? `  (goal ${goal})` : ''}${beside ? `\n    beside ${beside}` : ''}`;
}

function table(title: string, figures: Figure[]): string {
  const rows = figures.map(
    ({ name, ours, beside, goal, met }) =>
      `| ${name} | ${ours} | ${beside ?? ''} | ${goal ?? ''}${met === undefined ? '' : met ? ' ✔' : ' ✘'} |`,
  );
  return [`### ${title}`, '', '| | measured | beside | goal |', '|---|---|---|---|', ...rows].join('\n');
}

function write(): void {
  const path = 'docs/performance.md';
  const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}.`;
  const page = readFileSync(path, 'utf8');
  writeFileSync(path, replaceSection(page, 'figures', [machine, ...sections].join('\n\n')));
}
