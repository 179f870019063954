import type { Arguments, CommandName, Runner } from './commands.ts';
import { commandHelp, generalHelp, usageOf } from './help.ts';
import type { ExitCode, Io } from './io.ts';
import { parseCommandLine } from './parseCommandLine.ts';
import { styleFor } from './terminal/style.ts';
import { visible } from './terminal/visible.ts';
import { version } from './version.ts';

/** Each command in its own file, loaded when it is asked for. */
const runners: { [K in CommandName]: () => Promise<{ run: Runner<K> }> } = {
  check: () => import('./commands/check.ts'),
  fmt: () => import('./commands/fmt.ts'),
  simulate: () => import('./commands/simulate.ts'),
  replay: () => import('./commands/replay.ts'),
  test: () => import('./commands/test.ts'),
  export: () => import('./commands/export.ts'),
  conform: () => import('./commands/conform.ts'),
  diff: () => import('./commands/diff.ts'),
  explain: () => import('./commands/explain.ts'),
  report: () => import('./commands/report.ts'),
  roster: () => import('./commands/roster.ts'),
  records: () => import('./commands/records.ts'),
  lsp: () => import('./commands/lsp.ts'),
};

/**
 * Runs a command line, without the program's own name, and gives the exit code. A mistake of the user is a message; an
 * exception is a mistake of ours, told in one line.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const asked = parseCommandLine(argv);
  switch (asked.ask) {
    case 'run':
      return runCommand(asked.command, asked.given, io);
    case 'help': {
      const style = styleFor(io.stdout, io);
      io.stdout.write(asked.command ? commandHelp(asked.command, style) : generalHelp(style));
      return 0;
    }
    case 'version':
      io.stdout.write(`${version()}\n`);
      return 0;
    case 'wrong': {
      const more = asked.command ? `slapolicy ${asked.command} --help` : 'slapolicy --help';
      const usage = asked.command ? `Usage: ${usageOf(asked.command)}\n` : '';
      io.stderr.write(`slapolicy: ${visible(asked.message)}\n${usage}${more} says more.\n`);
      return 2;
    }
  }
}

async function runCommand(command: CommandName, given: Arguments, io: Io): Promise<ExitCode> {
  try {
    const { run: runner } = (await runners[command]()) as { run: Runner<CommandName> };
    return await runner(given as never, io);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    io.stderr.write(
      `slapolicy: ${command} failed because of a mistake in slapolicy itself: ${visible(message)}\nPlease report it with what you ran.\n`,
    );
    return 2;
  }
}
