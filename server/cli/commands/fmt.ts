import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from '../../../grammar/printer.ts';
import type { SyntaxProblem } from '../../../grammar/tree.ts';
import { createDocument } from '../../model/document.ts';
import type { Problem } from '../../model/problem.ts';
import type { Runner } from '../commands.ts';
import { worse } from '../exits.ts';
import { failUnusable } from '../failUnusable.ts';
import { problemsText } from '../format/problemText.ts';
import { findPolicies } from '../input/findPolicies.ts';
import { readStandardInput } from '../input/readStandardInput.ts';
import { readText } from '../input/readText.ts';
import { replaceText } from '../input/replaceText.ts';
import type { ExitCode, Io } from '../io.ts';
import { createOutput } from '../output.ts';
import { counted } from '../terminal/counted.ts';
import { styleFor } from '../terminal/style.ts';
import { visible } from '../terminal/visible.ts';

/** Formats policies where they are; standard input to standard output. */
export const run: Runner<'fmt'> = async ({ operands, options }, io) => {
  if (operands.includes('-')) {
    if (operands.length > 1)
      return failUnusable(io, 'Standard input is formatted alone, without other files.');
    return formatInput(options.check, io);
  }
  const found = findPolicies(operands, io.cwd);
  if (!found.ok) return failUnusable(io, found.message);
  let exit: ExitCode = 0;
  let changed = 0;
  for (const path of found.paths) {
    const result = formatFile(path, options.check, io);
    if (result.changed) changed++;
    exit = worse(exit, result.exit);
  }
  const files = counted(found.paths.length, 'file');
  if (options.check) io.stdout.write(`${changed} of ${files} not formatted.\n`);
  else io.stdout.write(`${changed} of ${files} changed.\n`);
  return exit;
};

async function formatInput(check: boolean, io: Io): Promise<ExitCode> {
  const read = await readStandardInput(io);
  if (!read.ok) return failUnusable(io, `Standard input ${read.why}.`);
  const formatted = format(read.text);
  if ('problems' in formatted) return showProblems('standard input', read.text, formatted.problems, io);
  if (check) return formatted.text === read.text ? 0 : 1;
  const output = createOutput(io.stdout);
  await output.write(formatted.text);
  await output.flush();
  return 0;
}

function formatFile(path: string, check: boolean, io: Io): { exit: ExitCode; changed?: boolean } {
  const name = relative(io.cwd, path).split(sep).join('/');
  const read = readText(path);
  if (!read.ok) return { exit: failUnusable(io, `${name} ${read.why}.`) };
  const formatted = format(read.text);
  if ('problems' in formatted) return { exit: showProblems(name, read.text, formatted.problems, io) };
  if (formatted.text === read.text) return { exit: 0 };
  io.stdout.write(`${visible(name)}\n`);
  if (check) return { exit: 1, changed: true };
  const written = replaceText(path, read.marked ? `\ufeff${formatted.text}` : formatted.text);
  if (!written.ok) return { exit: failUnusable(io, `${name} ${written.why}.`) };
  return { exit: 0, changed: true };
}

/** The text stays as it is. */
function showProblems(name: string, text: string, problems: readonly SyntaxProblem[], io: Io): ExitCode {
  const document = createDocument(pathToFileURL(`/${name}`).href, text);
  const shown = problems.map(
    ({ code, message, start, end, related }): Problem => ({
      code,
      severity: 'error',
      message,
      uri: document.uri,
      start,
      end,
      related: related ? [{ ...related, uri: document.uri }] : [],
    }),
  );
  const context = {
    workspace: { source: () => document },
    nameOf: () => name,
    style: styleFor(io.stderr, io),
  };
  io.stderr.write(problemsText(shown, context));
  io.stderr.write(`slapolicy: ${visible(name)} is left as it is.\n`);
  return 1;
}
