import type { DurationLiteral, Name, Node } from '../../grammar/ast.ts';
import type { PlacedPiece } from '../../grammar/tree.ts';
import type { Duration, NotRun, Policy } from '../engine/policy.ts';
import { analysis } from '../model/analysis.ts';
import type { SymbolKey } from '../model/definitions.ts';
import type { Document } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { type Declared, type Program, placeIn } from '../model/program.ts';
import type { Type } from '../model/types.ts';
import { durationOf } from './durations.ts';
import { type CompileCode, problemOf } from './problems.ts';
import type { Sources } from './sources.ts';

/** One policy on its way. */
export interface Compilation {
  readonly program: Program;
  /** The policy's zone. */
  readonly zone: string;
  /** Local dates, both inclusive. */
  readonly effective: Policy['effective'];
  /** The policy's. */
  readonly currency?: string;
  /** The calendar counted where none is named. */
  readonly counts?: string;
  /** The regulations whose benchmarks are run too. */
  readonly adopted: ReadonlySet<string>;
  readonly sources: Sources;
  readonly problems: Problem[];
  readonly notRun: NotRun[];
  /** The calendars that something counts. */
  readonly calendars: Set<string>;
}

/** Where an expression stands, and what it counts with. */
export interface Scope {
  readonly compilation: Compilation;
  readonly document: Document;
  readonly placed: PlacedPiece;
  readonly references: ReadonlyMap<Node, SymbolKey>;
  readonly types: ReadonlyMap<Node, Type>;
  readonly strangers: readonly Name[];
  /** The calendar that durations, closed days and times of day are counted with. */
  readonly calendar?: string;
  /** The benchmark that `start`, `due` and `breach` by themselves belong to. */
  readonly anchor?: string;
  /** The right that `opening` belongs to. */
  readonly right?: string;
}

export function scopeOf(
  compilation: Compilation,
  { document, placed }: Pick<Declared, 'document' | 'placed'>,
  calendar: string | undefined,
  anchor?: string,
): Scope {
  const { references, types, strangers } = compilation.program.recall.study(analysis, placed.piece);
  return { compilation, document, placed, references, types, strangers, calendar, anchor };
}

export function sourceOf({ compilation, document, placed }: Scope, node: Node): number {
  return compilation.sources.add(document, placed, node);
}

export function report(scope: Scope, code: CompileCode, node: Node, message: string): void {
  const { compilation, document, placed } = scope;
  compilation.problems.push(problemOf(code, message, document.uri, placeIn(placed, node)));
}

/** Says that something is not run because its regulation is not adopted, in the editor and in every simulation. */
export function leaveOut(scope: Scope, node: Node, kind: string, name: string): void {
  const { notRun } = scope.compilation;
  const message = `The ${kind} \`${name}\` is not run, because the policy does not adopt its regulation.`;
  report(scope, 'regulation/not-adopted', node, message);
  if (!notRun.some((each) => each.kind === kind && each.name === name))
    notRun.push({ kind, name, source: sourceOf(scope, node) });
}

/** The name of a benchmark in the compiled policy: `acma-complaints.acknowledge` where it is a regulation's. */
export function idOf(key: { readonly name: string; readonly of?: string }): string {
  return key.of === undefined ? key.name : `${key.of}.${key.name}`;
}

/** The same for a declaration. */
export function ownId({ name, of }: { readonly name: Name; readonly of?: Name }): string {
  return idOf({ name: name.text, of: of?.text });
}

/** Whether what belongs to a regulation is run: it is the policy's own, or the policy adopts the regulation. */
export function isAdopted({ adopted }: Compilation, regulation: string | undefined): boolean {
  return regulation === undefined || adopted.has(regulation);
}

/** A duration; undefined for one that the types refuse, which no compiled policy holds. */
export function compileDuration({ placed }: Scope, literal: DurationLiteral): Duration | undefined {
  return durationOf(literal, placed.piece);
}

/** Notes that a calendar is counted. */
export function useCalendar(scope: Scope, name: string | undefined): string | undefined {
  if (name !== undefined) scope.compilation.calendars.add(name);
  return name;
}
