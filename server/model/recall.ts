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
  /** Another study of the same piece, whose questions become questions of this one too. */
  study<T>(study: Study<T>): T;
}

/** Something to find out about a piece; `find` may depend on the piece and the scope alone. */
export interface Study<T> {
  readonly name: string;
  find(piece: Piece, scope: Scope): T;
}

export interface Recall {
  study<T>(study: Study<T>, piece: Piece): T;
  ask<T>(query: Query<T>, argument: string): T;
  /** What was found out in all versions so far. */
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
  const version = {};
  const findings: Findings = previous?.findings ?? new Map();
  const answers = new Map<string, Map<string, Answer>>();

  const answer = (query: Query<unknown>, argument: string): Answer => {
    const known = entry(answers, query.name, () => new Map<string, Answer>());
    return entry(known, argument, () => {
      const value = query.run(program(), argument);
      return { value, signature: query.signature(value) };
    });
  };

  const holds = (finding: Finding): boolean => {
    if (finding.holdsFor === version) return true;
    for (const { query, argument, signature } of finding.questions)
      if (answer(query, argument).signature !== signature) return false;
    finding.holdsFor = version;
    return true;
  };

  const find = (study: Study<unknown>, piece: Piece): Finding => {
    const known = entry(findings, study.name, () => new WeakMap<Piece, Finding>());
    const kept = known.get(piece);
    if (kept && holds(kept)) return kept;
    const questions: Question[] = [];
    const scope: Scope = {
      ask: <A>(query: Query<A>, argument: string) => {
        const { value, signature } = answer(query as Query<unknown>, argument);
        questions.push({ query: query as Query<unknown>, argument, signature });
        return value as A;
      },
      study: <A>(other: Study<A>) => {
        const part = find(other as Study<unknown>, piece);
        questions.push(...part.questions);
        return part.value as A;
      },
    };
    const finding = { value: study.find(piece, scope), questions, holdsFor: version };
    known.set(piece, finding);
    return finding;
  };

  return {
    findings,
    ask: <T>(query: Query<T>, argument: string) => answer(query as Query<unknown>, argument).value as T,
    study: <T>(study: Study<T>, piece: Piece) => find(study as Study<unknown>, piece).value as T,
  };
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
