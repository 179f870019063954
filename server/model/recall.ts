import type { Piece } from '../../grammar/tree.ts';
import type { Program } from './program.ts';

/**
 * How an edit stays cheap. What is found out about a piece (its types, its problems) may use the piece itself, which
 * is immutable, and what it asks about the rest of the program. Every question is a query with an argument, and its
 * answer has a signature. A finding is kept as long as the piece is the same object and each of its questions still
 * has an answer of the same signature.
 */
export interface Query<T> {
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
  find(piece: Piece, scope: Scope): T;
}

export interface Recall {
  study<T>(study: Study<T>, piece: Piece): T;
  ask<T>(query: Query<T>, argument: string): T;
  /** What all versions of the program share. */
  readonly memory: Memory;
}

/** Findings and answers; each says for which version of the program it holds. */
interface Memory {
  readonly questions: Map<Query<unknown>, Map<string, Question>>;
  size: number;
  readonly findings: Map<Study<unknown>, WeakMap<Piece, Finding>>;
}

/** A query with an argument, and its answer in one version of the program. */
interface Question {
  readonly query: Query<unknown>;
  readonly argument: string;
  version: object;
  answer: unknown;
  signature: string;
}

interface Finding {
  readonly value: unknown;
  /** Other findings about the piece that it rests on. */
  readonly parts: readonly Finding[];
  readonly questions: readonly Question[];
  /** Of each question, when the value was found. */
  readonly signatures: readonly string[];
  /** The version for which the signatures were last compared. */
  version: object;
}

/** Names that were typed letter by letter and are gone are forgotten, with everything else, beyond this many. */
const mostQuestions = 200_000;

/** The recall of one version of a program, which takes over what the previous version found out. */
export function createRecall(program: () => Program, previous?: Recall): Recall {
  const version = {};
  const kept = previous && previous.memory.size < mostQuestions ? previous.memory : undefined;
  const memory: Memory = kept ?? { questions: new Map(), size: 0, findings: new Map() };

  const answered = (question: Question): Question => {
    if (question.version === version) return question;
    question.version = version;
    question.answer = question.query.run(program(), question.argument);
    question.signature = question.query.signature(question.answer);
    return question;
  };

  const ask = (query: Query<unknown>, argument: string): Question => {
    const known = entry(memory.questions, query, newMap<string, Question>);
    let question = known.get(argument);
    if (!question) {
      question = { query, argument, version: unanswered, answer: undefined, signature: '' };
      known.set(argument, question);
      memory.size += 1;
    }
    return answered(question);
  };

  const holds = (finding: Finding): boolean => {
    if (finding.version === version) return true;
    const { parts, questions, signatures } = finding;
    for (const part of parts) if (!holds(part)) return false;
    for (let index = 0; index < questions.length; index++)
      if (answered(questions[index]!).signature !== signatures[index]) return false;
    finding.version = version;
    return true;
  };

  const find = (study: Study<unknown>, piece: Piece): Finding => {
    const known = entry(memory.findings, study, newWeakMap<Piece, Finding>);
    const old = known.get(piece);
    if (old && holds(old)) return old;
    const parts: Finding[] = [];
    const questions: Question[] = [];
    const scope: Scope = {
      ask: <A>(query: Query<A>, argument: string) => {
        const question = ask(query, argument);
        questions.push(question);
        return question.answer as A;
      },
      study: <A>(other: Study<A>) => {
        const part = find(other, piece);
        parts.push(part);
        return part.value as A;
      },
    };
    const value = study.find(piece, scope);
    const signatures = questions.map(({ signature }) => signature);
    const finding = { value, parts, questions, signatures, version };
    known.set(piece, finding);
    return finding;
  };

  return {
    memory,
    ask: <T>(query: Query<T>, argument: string) => ask(query, argument).answer as T,
    study: <T>(study: Study<T>, piece: Piece) => find(study, piece).value as T,
  };
}

const unanswered = {};

function newMap<K, V>(): Map<K, V> {
  return new Map();
}

function newWeakMap<K extends object, V>(): WeakMap<K, V> {
  return new WeakMap();
}

interface Table<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function entry<K, V>(table: Table<K, V>, key: K, make: () => V): V {
  let known = table.get(key);
  if (known === undefined) {
    known = make();
    table.set(key, known);
  }
  return known;
}
