import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver-types';
import { type CheckOptions, check } from '../checks/check.ts';
import { type Document, offsetAt, pieceAt } from '../model/document.ts';
import type { Fix, Problem } from '../model/problem.ts';
import type { Workspace } from '../model/workspace.ts';
import { certain, quickFixes } from './codeActions/quickFixes.ts';
import { toDiagnostic } from './diagnostics.ts';
import { rangeOf } from './ranges.ts';

export interface CodeActionOptions {
  /** With it, also fixes of what only the compiled policy shows. */
  readonly compile?: CheckOptions['compile'];
  /** The kinds that are wanted; without them, all. */
  readonly only?: readonly string[];
  /** Names of the time zones of this machine. */
  readonly zones: () => readonly string[];
}

/** The kind of the action that mends a whole file at once, for saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.slapolicy`;

/** What mends the problems in a range, and whatever in the file can be mended without a guess. */
export function findCodeActions(
  workspace: Workspace,
  uri: string,
  range: Range,
  options: CodeActionOptions,
): CodeAction[] {
  const document = workspace.document(uri);
  if (!document) return [];
  const problems = check(workspace, uri, { compile: options.compile }).filter((each) => each.uri === uri);
  const start = offsetAt(document, range.start);
  const end = offsetAt(document, range.end);
  const actions = wants(options, CodeActionKind.QuickFix)
    ? problems
        .filter((problem) => problem.start <= end && problem.end >= start)
        .flatMap((problem) => quickFixesOf(workspace, document, problem, options))
    : [];
  return [...actions, ...(wants(options, fixAllKind) ? fixAll(workspace, problems) : [])];
}

function quickFixesOf(
  workspace: Workspace,
  document: Document,
  problem: Problem,
  { zones }: CodeActionOptions,
): CodeAction[] {
  const diagnostic = toDiagnostic(workspace, problem, undefined);
  const placed = pieceAt(document, problem.start);
  const program = workspace.programAround(document.uri);
  const fixing = placed && {
    workspace,
    program,
    document,
    problem,
    placed,
    declaration: placed.piece.declaration,
    zones,
  };
  const others = fixing ? (quickFixes[problem.code] ?? []).flatMap((find) => find(fixing)) : [];
  const fixes = problem.fix ? [problem.fix, ...others] : others;
  return fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    ...(diagnostic && { diagnostics: [diagnostic] }),
    ...(fix === problem.fix && { isPreferred: true }),
    edit: { changes: changesOf(workspace, fix.edits) },
  }));
}

/** One action for all fixes that guess nothing, each as far as it overlaps no earlier one. */
function fixAll(workspace: Workspace, problems: readonly Problem[]): CodeAction[] {
  const edits: Fix['edits'] = [];
  for (const { code, fix } of problems) {
    if (!fix || !certain.has(code)) continue;
    if (!fix.edits.some((edit) => edits.some((other) => overlap(edit, other)))) edits.push(...fix.edits);
  }
  if (edits.length === 0) return [];
  return [
    {
      title: 'Mend everything that needs no decision',
      kind: fixAllKind,
      edit: { changes: changesOf(workspace, edits) },
    },
  ];
}

function overlap(a: Fix['edits'][number], b: Fix['edits'][number]): boolean {
  return a.uri === b.uri && a.start <= b.end && b.start <= a.end;
}

/** With lines broken as each file breaks them. */
function changesOf(workspace: Workspace, edits: Fix['edits']): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const { uri, start, end, text } of edits) {
    const source = workspace.source(uri);
    if (!source) continue;
    changes[uri] ??= [];
    const lineBreak = source.text.includes('\r\n') ? '\r\n' : '\n';
    changes[uri].push({
      range: rangeOf(source, start, end),
      newText: text.replaceAll(/\r?\n/g, lineBreak),
    });
  }
  return changes;
}

/** A kind is wanted by its own name or by one above it: `source` wants `source.fixAll.slapolicy`. */
function wants({ only }: CodeActionOptions, kind: string): boolean {
  return !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
}
