import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver-types';
import { type CheckOptions, check } from '../checks/check.ts';
import { pageOf } from '../checks/pageOf.ts';
import type { Problem, Severity } from '../model/problem.ts';
import type { Workspace } from '../model/workspace.ts';
import { rangeOf } from './ranges.ts';

export interface DiagnosticsOptions {
  /** With it, also what only the compiled policy shows: slow, for pauses. */
  readonly compile?: CheckOptions['compile'];
  /** The address under which the pages that explain diagnostics lie; without it there are no links. */
  readonly pages?: string;
}

/** Everything that is wrong with a file, in the order of its text. Empty for a file that does not exist. */
export function findDiagnostics(
  workspace: Workspace,
  uri: string,
  { compile, pages }: DiagnosticsOptions = {},
): Diagnostic[] {
  return check(workspace, uri, { compile })
    .filter((problem) => problem.uri === uri)
    .flatMap((problem) => toDiagnostic(workspace, problem, pages) ?? []);
}

/** A problem as the protocol has it; undefined when its file is gone. */
export function toDiagnostic(
  workspace: Workspace,
  problem: Problem,
  pages: string | undefined,
): Diagnostic | undefined {
  const range = rangeIn(workspace, problem);
  if (!range) return undefined;
  return {
    range,
    severity: severities[problem.severity],
    code: problem.code,
    ...(pages === undefined ? {} : { codeDescription: { href: new URL(pageOf(problem.code), pages).href } }),
    source: 'slapolicy',
    message: problem.message,
    tags: problem.tags?.map((tag) => tags[tag]),
    relatedInformation: problem.related.flatMap((place) => {
      const found = rangeIn(workspace, place);
      return found ? [{ message: place.message, location: { uri: place.uri, range: found } }] : [];
    }),
  };
}

function rangeIn(
  workspace: Workspace,
  place: { uri: string; start: number; end: number },
): Range | undefined {
  const document = workspace.source(place.uri);
  return document && rangeOf(document, place.start, place.end);
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated };
