import type { DeclarationKind } from '../../grammar/ast.ts';
import type { PlacedPiece } from '../../grammar/tree.ts';
import type { Policy } from '../engine/policy.ts';
import { analysis } from '../model/analysis.ts';
import type { Document } from '../model/document.ts';
import { oncePerDocument } from '../model/oncePerDocument.ts';
import type { PieceProblem } from '../model/pieceProblem.ts';
import type { Problem, Severity } from '../model/problem.ts';
import type { Program } from '../model/program.ts';
import type { Study } from '../model/recall.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CompiledRun, PieceCheck, PieceRun, ProgramRun, ProofRun, Report, Rule } from './rule.ts';
import { rules } from './rules.ts';

export interface CheckOptions {
  /** The compiler; with it, also what only the compiled policy shows. Left out while somebody types. */
  compile?: (program: Program) => { policy?: Policy; problems: Problem[] };
  /** Also the problems of the files that this one imports. */
  imports?: boolean;
}

/**
 * All problems of a file, syntax included, in the order of the text. The file is judged as part of the policy it
 * belongs to. Never fails; empty for a file that does not exist.
 */
export function check(workspace: Workspace, uri: string, options: CheckOptions = {}): Problem[] {
  const program = workspace.programAround(uri);
  const documents = program.documents.filter((document) => options.imports || document.uri === uri);
  const problems = documents.flatMap((document) => checkDocument(program, document));
  if (options.compile && !problems.some(isError)) {
    for (const document of documents) problems.push(...proveIn(program, document));
    if (program.declarations('policy').length === 1)
      problems.push(...checkCompiled(program, documents, options.compile));
  }
  return problems.sort(inOrder);
}

function checkDocument(program: Program, document: Document): Problem[] {
  const problems: Problem[] = [];
  for (const placed of document.tree.pieces) {
    for (const problem of placed.piece.problems)
      problems.push(syntaxProblem(problem, document.uri, placed.offset));
    for (const problem of program.recall.study(pieceProblems, placed.piece))
      problems.push(absolute(program, document.uri, placed, problem));
  }
  for (const { rule, run } of programRules) run.run(program, document, reporter(rule, document, problems));
  return problems;
}

/** Kept, because it is slow and asked again for each place at which an editor looks for quick fixes. */
const proveIn = oncePerDocument((program, document): readonly Problem[] => {
  const problems: Problem[] = [];
  for (const { rule, run } of proofRules) run.run(program, document, reporter(rule, document, problems));
  return problems;
});

function checkCompiled(
  program: Program,
  documents: readonly Document[],
  compile: NonNullable<CheckOptions['compile']>,
): Problem[] {
  const { policy, problems: all } = compile(program);
  const problems = all.filter((problem) => documents.some((document) => document.uri === problem.uri));
  if (!policy) return problems;
  for (const document of documents)
    for (const { rule, run } of compiledRules)
      run.run(policy, program, document, reporter(rule, document, problems));
  return problems;
}

/** What all rules about single declarations find in a piece. */
const pieceProblems: Study<readonly PieceProblem[]> = {
  find: (piece, scope) => {
    const { declaration } = piece;
    if (!declaration) return [];
    const found = scope.study(analysis);
    const problems = [...found.problems];
    let code = '';
    const pieceCheck: PieceCheck = {
      analysis: found,
      broken: piece.problems.length > 0,
      ask: scope.ask,
      report: ({ start, end }, message, extra) => problems.push({ code, start, end, message, ...extra }),
    };
    for (const { rule, run } of pieceRules.get(declaration.kind) ?? []) {
      code = rule.code;
      run.run(declaration, pieceCheck);
    }
    return problems;
  },
};

type Running<R> = { readonly rule: Rule; readonly run: R };

const pieceRules = new Map<DeclarationKind, Running<PieceRun>[]>();
const programRules: Running<ProgramRun>[] = [];
const proofRules: Running<ProofRun>[] = [];
const compiledRules: Running<CompiledRun>[] = [];
const severities = new Map<string, Severity>();
for (const rule of rules) {
  const { run } = rule;
  severities.set(rule.code, rule.severity);
  if (run.when === 'program') programRules.push({ rule, run });
  if (run.when === 'proof') proofRules.push({ rule, run });
  if (run.when === 'compiled') compiledRules.push({ rule, run });
  if (run.when !== 'piece') continue;
  for (const kind of run.kinds) pieceRules.set(kind, [...(pieceRules.get(kind) ?? []), { rule, run }]);
}

function reporter(rule: Rule, document: Document, problems: Problem[]): Report {
  return ({ start, end }, message, extra) =>
    problems.push({
      code: rule.code,
      severity: rule.severity,
      message,
      uri: document.uri,
      start,
      end,
      related: [],
      ...extra,
    });
}

function syntaxProblem(
  problem: PlacedPiece['piece']['problems'][number],
  uri: string,
  offset: number,
): Problem {
  const { code, message, related, fix } = problem;
  return {
    code,
    severity: 'error',
    message,
    uri,
    start: offset + problem.start,
    end: offset + problem.end,
    related: related
      ? [{ message: related.message, uri, start: offset + related.start, end: offset + related.end }]
      : [],
    fix: fix && {
      title: fix.title,
      edits: [{ uri, start: offset + fix.start, end: offset + fix.end, text: fix.text }],
    },
  };
}

function absolute(program: Program, uri: string, placed: PlacedPiece, problem: PieceProblem): Problem {
  const { offset } = placed;
  const at = (place: { start: number; end: number }) => ({
    uri,
    start: offset + place.start,
    end: offset + place.end,
  });
  const related = (problem.places ?? []).map((place) => ({ message: place.message, ...at(place) }));
  for (const { symbol, message } of problem.symbols ?? []) {
    const found = program.lookup(symbol.kind, symbol.name, symbol.of);
    if (!found) continue;
    const { node } = found.definition;
    const start = found.placed.offset + node.start;
    related.push({ message, uri: found.document.uri, start, end: start + node.end - node.start });
  }
  return {
    code: problem.code,
    severity: severities.get(problem.code) ?? 'error',
    message: problem.message,
    ...at(problem),
    related,
    fix: problem.fix && {
      title: problem.fix.title,
      edits: problem.fix.edits.map((edit) => ({ ...at(edit), text: edit.text })),
    },
    ...(problem.clause !== undefined && { clause: problem.clause }),
    tags: problem.tags,
  };
}

function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}

function inOrder(a: Problem, b: Problem): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
