// Runs every suite, one after another, and ends with the line "N passed, N failed".
//
//   node test/run.mjs [--update | --long] [SUITE…]
//
// --update rewrites the goldens instead of comparing them; --long runs test/long. A suite is a command that ends with
// the line "N passed, N failed[, N skipped]" or with mocha's own counts; any other command counts as one test.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values: options, positionals: chosen } = parseArgs({
  allowPositionals: true,
  options: { update: { type: 'boolean' }, long: { type: 'boolean' } },
});

const node = process.execPath;
const mocha = ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--no-color'];
const unit = ['test/**/*.test.ts', '--ignore', 'test/e2e/**', '--ignore', 'test/long/**'];

const suites = [
  {
    name: 'lint',
    says: 'format and lint',
    command: ['node_modules/.bin/biome', 'check', '--colors=off', '--error-on-warnings'],
  },
  { name: 'types', says: 'strict TypeScript', command: ['node_modules/.bin/tsc', '-p', '.'] },
  { name: 'generated', says: 'generated files are fresh', command: [node, 'docs/generate.mjs', '--check'] },
  { name: 'build', says: 'bundles and their sizes', command: [node, 'esbuild.mjs'] },
  { name: 'unit', says: 'unit tests', command: [node, ...mocha, ...unit] },
  { name: 'zones', says: 'the same bytes in every time zone', command: [node, 'test/zones.mjs'] },
  { name: 'e2e', says: 'in real VS Code', command: [node, 'test/e2e/run.mjs'], minutes: 15 },
];
const long = [
  {
    name: 'long',
    says: 'long runs',
    command: [node, ...mocha, '--timeout', '0', 'test/long/**/*.test.ts'],
    minutes: 240,
  },
];
const update = [{ ...suites.find(({ name }) => name === 'unit'), env: { UPDATE_GOLDENS: '1' } }];

const running = (options.long ? long : options.update ? update : suites).filter(
  ({ name }) => chosen.length === 0 || chosen.includes(name),
);
const results = [];
for (const suite of running) results.push(await run(suite));
report(results);

/** Streams a suite's output and counts it. */
async function run(suite) {
  console.log(`\n── ${suite.name}: ${suite.says}`);
  const started = performance.now();
  const { code, output } = await execute(suite);
  const seconds = (performance.now() - started) / 1000;
  const result = { name: suite.name, seconds, ...countsOf(code, output) };
  console.log(`── ${lineOf(result)}`);
  return result;
}

function execute({ command: [file, ...args], env, minutes = 10 }) {
  const script = args.find((arg) => arg.endsWith('.mjs'));
  if (script && !existsSync(script)) return { code: 1, output: `${script} does not exist` };
  return new Promise((done) => {
    const child = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let output = '';
    const take = (target) => (chunk) => {
      output += chunk;
      target.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', take(process.stdout));
    child.stderr.setEncoding('utf8').on('data', take(process.stderr));
    const limit = setTimeout(() => {
      console.log(`stopped after ${minutes} minutes`);
      child.kill('SIGKILL');
    }, minutes * 60_000);
    child.once('error', (error) => {
      output += error.message;
      console.log(error.message);
    });
    child.once('close', (code) => {
      clearTimeout(limit);
      done({ code: code ?? 1, output });
    });
  });
}

/** Counts what a suite printed; an exit code that contradicts the counts is a failure of its own. */
function countsOf(code, output) {
  const counted = countsPrinted(output) ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 };
  if (process.env.CI) {
    counted.failed += counted.skipped;
    counted.skipped = 0;
  }
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  if (code === 0 && counted.passed === 0 && counted.skipped === 0) counted.failed += 1;
  return counted;
}

function countsPrinted(output) {
  const ours = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/gm)].at(-1);
  if (ours) return { passed: Number(ours[1]), failed: Number(ours[2]), skipped: Number(ours[3] ?? 0) };
  const said = (word) => [...output.matchAll(new RegExp(`^ +(\\d+) ${word}\\b`, 'gm'))].at(-1)?.[1];
  const passing = said('passing');
  if (passing === undefined) return undefined;
  return {
    passed: Number(passing),
    failed: Number(said('failing') ?? 0),
    skipped: Number(said('pending') ?? 0),
  };
}

function report(all) {
  console.log('\n');
  for (const result of all) console.log(lineOf(result));
  const sum = (key) => all.reduce((total, each) => total + each[key], 0);
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(sum);
  const ran = all.length > 0;
  if (!ran) console.log(`no such suite: ${chosen.join(', ')}`);
  if (skipped > 0) console.log(`${skipped} skipped: see above for what is missing`);
  console.log(`${passed} passed, ${failed + (ran ? 0 : 1)} failed`);
  process.exitCode = failed > 0 || !ran ? 1 : 0;
}

function lineOf({ name, passed, failed, skipped, seconds }) {
  const counts = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
  return `${name.padEnd(10)} ${counts.padEnd(28)} ${seconds.toFixed(1)} s`;
}
