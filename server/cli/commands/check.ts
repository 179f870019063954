import type { Problem, Severity } from '../../model/problem.ts';
import { checkPolicies } from '../checkPolicies.ts';
import type { Arguments, commands, Runner } from '../commands.ts';
import { worse } from '../exits.ts';
import { failUnusable } from '../failUnusable.ts';
import { problemJson } from '../format/problemJson.ts';
import { problemsText, severityColours } from '../format/problemText.ts';
import { sarifLog } from '../format/sarif.ts';
import type { ExitCode, Io } from '../io.ts';
import { type OpenedPolicies, openPolicies } from '../openPolicies.ts';
import { counted } from '../terminal/counted.ts';
import { type Style, styleFor } from '../terminal/style.ts';

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Shows the problems of policies. */
export const run: Runner<'check'> = async ({ operands, options }, io) => {
  const opened = await openPolicies(operands, io);
  if (typeof opened === 'string') return failUnusable(io, opened);
  const unusable = opened.unusable.length > 0 ? failUnusable(io, ...opened.unusable) : 0;
  const problems = await checkPolicies(opened.workspace, opened.uris);
  const mildest = severities.indexOf(options.severity);
  const shown = problems.filter(({ severity }) => severities.indexOf(severity) <= mildest);
  io.stdout.write(written(options.format, shown, opened, io));
  return worse(unusable, verdict(problems, options.strict));
};

function verdict(problems: readonly Problem[], strict: boolean): ExitCode {
  const falls: readonly Severity[] = strict ? ['error', 'warning'] : ['error'];
  return problems.some(({ severity }) => falls.includes(severity)) ? 1 : 0;
}

function written(
  format: Arguments<typeof commands.check>['options']['format'],
  problems: readonly Problem[],
  opened: OpenedPolicies,
  io: Io,
): string {
  switch (format) {
    case 'json': {
      const list = problems.map((problem) => problemJson(problem, opened));
      return `${JSON.stringify({ files: opened.uris.map(opened.nameOf), problems: list }, null, 1)}\n`;
    }
    case 'sarif':
      return `${JSON.stringify(sarifLog(problems, opened), null, 1)}\n`;
    case 'text': {
      const style = styleFor(io.stdout, io);
      return problemsText(problems, { ...opened, style }) + summary(problems, opened.uris.length, style);
    }
  }
}

/** `2 errors and 1 warning in 3 files.` */
function summary(problems: readonly Problem[], files: number, style: Style): string {
  const where = `in ${counted(files, 'file')}.\n`;
  const parts = severities
    .map((severity) => ({
      severity,
      count: problems.filter((problem) => problem.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => style.paint(countedSeverity(count, severity), severityColours[severity]));
  if (parts.length === 0) return `${style.paint('Nothing is wrong', 'green')} ${where}`;
  return `${parts.join(', ')} ${where}`;
}

function countedSeverity(count: number, severity: Severity): string {
  return severity === 'information' ? `${count} information` : counted(count, severity);
}
