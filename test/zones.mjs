// The samples give the same bytes in every time zone and locale: each command is run in all of them and compared with
// the first. Ends with the line "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';

const places = [
  { TZ: 'UTC', LC_ALL: 'C' },
  { TZ: 'Asia/Tokyo', LC_ALL: 'ja_JP.UTF-8' },
  { TZ: 'America/New_York', LC_ALL: 'tr_TR.UTF-8' },
];

const northwind = 'samples/northwind/northwind.slapolicy';
const northwindTickets = ['--tickets', 'samples/northwind/tickets.ndjson'];
const commands = [
  { args: ['test', 'samples'], exits: [0] },
  { args: ['check', 'samples', '--format', 'json'], exits: [0] },
  { args: ['export', northwind], exits: [0] },
  { args: ['simulate', northwind, ...northwindTickets, '--format', 'ndjson'], exits: [0, 1] },
  { args: ['simulate', northwind, ...northwindTickets], exits: [0, 1] },
  // In threads the same as above.
  {
    args: ['simulate', northwind, ...northwindTickets, '--jobs', '2'],
    exits: [0, 1],
    sameAsBefore: true,
  },
  { args: ['report', northwind, ...northwindTickets, '--out', '-'], exits: [0, 1] },
  // Real tickets, with what is wrong in them.
  {
    args: [
      'simulate',
      'samples/incidents/service-desk.slapolicy',
      '--tickets',
      'samples/incidents/excerpt.ndjson',
    ],
    exits: [0, 1],
  },
];

let passed = 0;
let failed = 0;
let first;
for (const { args, exits, sameAsBefore } of commands) {
  if (!sameAsBefore) first = undefined;
  for (const place of places) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], {
      env: { ...process.env, ...place, LANG: place.LC_ALL, NO_COLOR: '1' },
      encoding: 'utf8',
      maxBuffer: 256e6,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hash = createHash('sha256').update(stdout).digest('hex').slice(0, 12);
    first ??= stdout;
    const well = stdout !== '' && stdout === first && exits.includes(status);
    if (well) passed += 1;
    else failed += 1;
    console.log(
      `${well ? '✔' : '✘'} ${place.TZ.padEnd(17)} ${hash} ${stdout.length} characters, exit ${status}: ${args.join(' ')}`,
    );
    if (!well) console.log(firstDifference(first, stdout) ?? stderr.slice(0, 2000) ?? '');
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function firstDifference(expected, actual) {
  const [left, right] = [expected.split('\n'), actual.split('\n')];
  const line = left.findIndex((text, i) => text !== right[i]);
  return line < 0 ? undefined : `line ${line + 1}\n  ${left[line]}\n  ${right[line]}`;
}
