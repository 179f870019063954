import type { AnchorMoment, Declaration, Name, Node } from '../../../grammar/ast.ts';
import type { SymbolKey } from '../definitions.ts';
import type { PieceProblem } from '../pieceProblem.ts';
import type { Scope } from '../recall.ts';
import type { Type } from '../types.ts';

/** The mistakes that finding out names and types brings to light; each has a rule with its explanation. */
export type TypingCode =
  | 'name/unknown'
  | 'name/left-open'
  | 'name/wrong-kind'
  | 'value/unknown'
  | 'value/out-of-range'
  | 'type/mismatch'
  | 'type/not-ordered'
  | 'type/is-one-of'
  | 'unit/mixed'
  | 'unit/not-whole'
  | 'unit/mismatch'
  | 'unit/currencies'
  | 'currency/unknown'
  | 'moment/no-anchor'
  | 'scenario/wrong-fact';

/** Where an expression stands, and what is found out about it. */
export interface Context {
  readonly scope: Scope;
  readonly declaration: Declaration;
  /** The regulation whose names come first. */
  readonly regulation?: string;
  /** The event whose data may be named without it. */
  readonly event?: string;
  /** The moments that stand for themselves here: `breach` in a ladder. */
  readonly anchors: readonly AnchorMoment['what'][];
  /** Whether a calendar's name stands for "while it is open". */
  readonly calendars: boolean;
  readonly references: Map<Node, SymbolKey>;
  readonly types: Map<Node, Type>;
  /** What can only be told with a calendar: durations in business time, closed days. */
  readonly businessTime: Node[];
  /** Names of people that nobody declares here: they may stand in a roster. */
  readonly strangers: Name[];
  readonly problems: PieceProblem[];
}

type Extra = Omit<PieceProblem, 'code' | 'start' | 'end' | 'message'>;

export function report(context: Context, code: TypingCode, node: Node, message: string, extra?: Extra): void {
  context.problems.push({ code, start: node.start, end: node.end, message, ...extra });
}
