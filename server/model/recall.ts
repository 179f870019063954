import type { Piece } from '../../grammar/tree.ts';
import type { Program } from './program.ts';

/**
 * How an edit stays cheap. What is found out about a piece (its types, its problems) may use the piece itself, which
 * is immutable, and what it asks about the rest of the program. Every question is a query with an argument, and its
 * answer has a signature. A finding is kept as long as the piece is the same object and each of its questions still
 * has an answer of the same signature.
 */
export interface Query<T> {
  readonly name: string;
  run(program: Program, argument: string): T;
  /** Equal for answers that nobody can tell apart. */
  signature(answer: T): string;
}

/** What may be asked while something is found out about a piece. */
export interface Scope {
  ask<T>(query: Query<T>, argument: string): T;
}

/** Something to find out about a piece; `find` may depend on the piece and the scope alone. */
export interface Study<T> {
  readonly name: string;
  find(piece: Piece, scope: Scope): T;
}

export interface Recall {
  study<T>(study: Study<T>, piece: Piece): T;
  ask<T>(query: Query<T>, argument: string): T;
  /** The findings of all versions so far. */
  readonly findings: Findings;
}

type Findings = Map<string, WeakMap<Piece, Finding>>;

interface Finding {
  readonly value: unknown;
  readonly questions: readonly Question[];
  /** The version for which the questions were last compared. */
  holdsFor: object;
}

interface Question {
  readonly query: Query<unknown>;
  readonly argument: string;
  readonly signature: string;
}

interface Answer {
  readonly value: unknown;
  readonly signature: string;
}

/** The recall of one version of a program, which takes over what the previous version found out. */
export function createRecall(program: () => Program, previous?: Recall): Recall {
  const findings: Findings = previous?.findings ?? new Map();
  const version = {};
  const answers = new Map<string, Map<string, Answer>>();

  const answer = (query: Query<unknown>, argument: string): Answer => {
    let known = answers.get(query.name);
    if (!known) answers.set(query.name, (known = new Map()));
    let found = known.get(argument);
    if (!found) {
      const value = query.run(program(), argument);
      found = { value, signature: query.signature(value) };
      known.set(argument, found);
    }
    return found;
  };

  const holds = (finding: Finding): boolean => {
    if (finding.holdsFor === version) return true;
    if (!finding.questions.every((each) => answer(each.query, each.argument).signature === each.signature))
      return false;
    finding.holdsFor = version;
    return true;
  };

  return {
    findings,
    ask: <T>(query: Query<T>, argument: string) => answer(query as Query<unknown>, argument).value as T,
    study: <T>(study: Study<T>, piece: Piece) => {
      let known = findings.get(study.name);
      if (!known) findings.set(study.name, (known = new WeakMap()));
      const kept = known.get(piece);
      if (kept && holds(kept)) return kept.value as T;
      const questions: Question[] = [];
      const scope: Scope = {
        ask: <A>(query: Query<A>, argument: string) => {
          const found = answer(query as Query<unknown>, argument);
          questions.push({ query: query as Query<unknown>, argument, signature: found.signature });
          return found.value as A;
        },
      };
      const value = study.find(piece, scope);
      known.set(piece, { value, questions, holdsFor: version });
      return value;
    },
  };
}
