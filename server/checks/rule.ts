import type { Declaration, DeclarationKind, Node } from '../../grammar/ast.ts';
import type { Policy } from '../engine/policy.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Document } from '../model/document.ts';
import type { PieceProblem } from '../model/pieceProblem.ts';
import type { Problem, Severity } from '../model/problem.ts';
import type { Program } from '../model/program.ts';
import type { Query } from '../model/recall.ts';

/**
 * One thing that can be wrong, or deserves a word. The examples are run by the tests and stand on the rule's page; in
 * the failing one `<|…|>` marks what is underlined.
 */
export interface Rule {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  /** Markdown: what it means, and why it matters. */
  readonly explain: string;
  /** Markdown: what to write instead. */
  readonly remedy: string;
  readonly failing: string;
  readonly passing: string;
  readonly run: Run;
}

export type Run = FoundInTyping | PieceRun | ProgramRun | ProofRun | CompiledRun;

/** Found while names are resolved and expressions are typed. */
export interface FoundInTyping {
  readonly when: 'typing';
}

/** Found in a declaration, from what it says itself and what it asks about others. */
export interface PieceRun {
  readonly when: 'piece';
  readonly kinds: readonly DeclarationKind[];
  run(declaration: Declaration, check: PieceCheck): void;
}

/** Found when declarations and files are put together; runs at every keystroke, so it must be cheap. */
export interface ProgramRun {
  readonly when: 'program';
  run(program: Program, document: Document, report: Report): void;
}

/** Proved about a program without errors, with a policy or without; runs after a pause or on save. */
export interface ProofRun {
  readonly when: 'proof';
  run(program: Program, document: Document, report: Report): void;
}

/** Found in the compiled policy; runs after a pause or on save. */
export interface CompiledRun {
  readonly when: 'compiled';
  run(policy: Policy, program: Program, document: Document, report: Report): void;
}

export interface PieceCheck {
  readonly analysis: Analysis;
  /** Whether the declaration has syntax errors, so that something may be missing that was written. */
  readonly broken: boolean;
  ask<T>(query: Query<T>, argument: string): T;
  report(
    place: Node,
    message: string,
    extra?: Omit<PieceProblem, 'code' | 'start' | 'end' | 'message'>,
  ): void;
}

/** Places are absolute in the document. */
export type Report = (
  place: Node,
  message: string,
  extra?: Partial<Pick<Problem, 'related' | 'fix' | 'tags'>>,
) => void;

/** A rule about declarations of some kinds, typed as those kinds. */
export function inDeclarations<K extends DeclarationKind>(
  kinds: readonly K[],
  run: (declaration: Extract<Declaration, { kind: K }>, check: PieceCheck) => void,
): PieceRun {
  return { when: 'piece', kinds, run: run as PieceRun['run'] };
}
