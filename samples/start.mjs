// `npm start`: takes the samples the whole way with the command line that users have, and says what to look at.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';

const out = 'out';
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const problems = [];

step('Building', 'the extension, the server, the command line and the engine', () => {
  const { status } = run(['esbuild.mjs', '--quiet']);
  return status === 0
    ? `${readdirSync('dist').filter((name) => /\.c?js$/.test(name)).length} bundles in dist/`
    : undefined;
});

if (problems.length > 0) {
  console.log('\nWithout the build there is nothing to run.');
  process.exit(1);
}

const northwind = 'samples/northwind/northwind.slapolicy';
const northwindTickets = 'samples/northwind/tickets.ndjson';
step('Checking', 'samples/northwind', () => says('check', 'samples/northwind'));
step('Testing', 'its scenarios', () => says('test', 'samples/northwind'));
step('Simulating', 'its tickets', () =>
  writes(
    `${out}/northwind.outcomes.ndjson`,
    'simulate',
    northwind,
    '--tickets',
    northwindTickets,
    '--format',
    'ndjson',
  ),
);
step('Exporting', 'the compiled policy', () =>
  saved(`${out}/northwind.policy.json`, 'export', northwind, '--out', `${out}/northwind.policy.json`),
);
step('Reporting', 'for reviewers', () =>
  saved(
    `${out}/northwind.html`,
    'report',
    northwind,
    '--tickets',
    northwindTickets,
    '--out',
    `${out}/northwind.html`,
  ),
);

const incidents = 'samples/incidents/service-desk.slapolicy';
const incidentTickets = 'samples/incidents/incidents.ndjson.gz';
step('Checking', 'samples/incidents', () => says('check', 'samples/incidents'));
step('Simulating', '24,918 real incidents', () =>
  writes(
    `${out}/incidents.outcomes.ndjson`,
    'simulate',
    incidents,
    '--tickets',
    incidentTickets,
    '--format',
    'ndjson',
  ),
);

console.log(`
What to look at
  out/northwind.html                 the policy for reviewers: open it in a browser
  out/northwind.policy.json          what a service would run: plain JSON, zones and holidays included
  out/northwind.outcomes.ndjson      what happened to each ticket, and why
  out/incidents.outcomes.ndjson      the same for the real incidents; its last line is the summary
  samples/northwind/                 the policy itself: change a deadline and run npm start again
Then
  node dist/cli.js --help            the command line
  code --extensionDevelopmentPath="$PWD" samples/northwind      the editor`);
if (problems.length > 0) {
  console.log(`\nNot everything went well: ${problems.join(', ')}.`);
  process.exit(1);
}

/** Does one thing and prints what came of it and how long it took. */
function step(verb, what, work) {
  const started = performance.now();
  const result = work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (result === undefined) problems.push(`${verb.toLowerCase()} ${what}`);
  console.log(
    `${verb.padEnd(11)} ${what.padEnd(62)} ${seconds.padStart(5)} s   ${result ?? 'FAILED, see above'}`,
  );
}

/** Runs a command and gives the last line it prints. */
function says(...args) {
  const { status, stdout } = run(['dist/cli.js', ...args]);
  const lines = stdout.trim().split('\n');
  if (status === 0) return lines.at(-1);
  console.log(stdout.trimEnd());
  return undefined;
}

/** Runs a command that saves a file itself. */
function saved(path, ...args) {
  const { status } = run(['dist/cli.js', ...args]);
  return status === 0 && existsSync(path) ? described(path) : undefined;
}

/** Runs a command whose output goes to a file. Findings in tickets (exit code 1) are part of the real data. */
function writes(path, ...args) {
  const file = openSync(path, 'w');
  const { status } = run(['dist/cli.js', ...args], ['ignore', file, 'inherit']);
  closeSync(file);
  return status === 0 || status === 1 ? described(path) : undefined;
}

function described(path) {
  const size = `${path}, ${(statSync(path).size / 1000).toFixed(0)} kB`;
  if (!path.endsWith('.ndjson')) return size;
  const outcomes = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .filter((each) => each.ticket);
  const breached = outcomes.filter((each) =>
    each.benchmarks.some(({ status }) => status === 'breached'),
  ).length;
  const findings = outcomes.reduce((sum, each) => sum + each.findings.length, 0);
  return `${size}: ${outcomes.length} tickets, ${breached} with a breach, ${findings} findings`;
}

function run(args, stdio = ['ignore', 'pipe', 'inherit']) {
  return spawnSync(process.execPath, args, { stdio, encoding: 'utf8', maxBuffer: 64e6 });
}
