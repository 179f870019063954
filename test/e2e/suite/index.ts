import type Mocha from 'mocha';
import { ask } from './support/control.ts';

declare const MOCHA: string;
declare const GREP: string;

/** VS Code calls this in its extension host; the runner outside learns the result line by line. */
export async function run(): Promise<void> {
  // Mocha is an ES module that finds its own parts by their paths, so it is loaded and not bundled.
  const { default: MochaRunner }: { default: typeof Mocha } = await import(MOCHA);
  const mocha = new MochaRunner({
    ui: 'bdd',
    timeout: 90_000,
    reporter: Silent as unknown as Mocha.ReporterConstructor,
    ...(GREP ? { fgrep: GREP } : {}),
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./extension.ts');
  const counts = await tell(mocha.run());
  await ask('finish', counts);
  if (counts.failed > 0) throw new Error(`${counts.failed} failed`);
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Prints what mocha's own reporter would, outside; what is printed last is awaited. */
function tell(runner: Mocha.Runner): Promise<Counts> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  let printed: Promise<unknown> = Promise.resolve();
  const print = (line: string) => {
    printed = printed.then(() => ask('print', { line }));
  };
  const indent = (depth: number) => '  '.repeat(depth);
  let depth = 0;
  runner.on('suite', ({ title }) => title && print(`${indent(++depth)}${title}`));
  runner.on('suite end', ({ title }) => title && depth--);
  runner.on('pass', (test) => {
    counts.passed++;
    print(`${indent(depth + 1)}✔ ${test.title} (${test.duration} ms)`);
  });
  runner.on('pending', (test) => {
    counts.skipped++;
    print(`${indent(depth + 1)}- ${test.title}`);
  });
  runner.on('fail', (test, error) => {
    counts.failed++;
    print(`${indent(depth + 1)}✘ ${test.title}`);
    print(String(error.stack ?? error.message));
  });
  return new Promise((done) => {
    runner.once('end', () => setTimeout(() => printed.then(() => done(counts))));
  });
}

/** The extension host's console is not the terminal. */
class Silent {}
