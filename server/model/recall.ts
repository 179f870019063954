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
  /** Of the version that was last made. */
  count: number;
  readonly questions: Map<Query<unknown>, Map<string, Question>>;
  /** Of pieces that are still part of some text. */
  readonly findings: Map<Study<unknown>, WeakMap<Piece, Finding>>;
  /** How many questions there may be before those that nobody asked for long are forgotten. */
  mostQuestions: number;
}

/** A query with an argument, and its answer in one version of the program. */
interface Question {
  readonly query: Query<unknown>;
  readonly argument: string;
  version: number;
  answer: unknown;
  signature: string;
}

interface Finding {
  value: unknown;
  /** Other findings about the piece that it rests on. */
  readonly parts: Finding[];
  readonly questions: Question[];
  /** Of each question, when the value was found. */
  readonly signatures: string[];
  /** The version for which the signatures were last compared. */
  version: number;
}

/** The recall of one version of a program, which takes over what the previous version found out. */
export function createRecall(program: () => Program, previous?: Recall): Recall {
  const memory = previous ? tidied(previous.memory) : emptyMemory();
  memory.count += 1;
  const version = memory.count;
  /** What is being found out, the innermost last. */
  const open: Finding[] = [];

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
      question = { query, argument, version: 0, answer: undefined, signature: '' };
      known.set(argument, question);
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
    const finding: Finding = { value: undefined, parts: [], questions: [], signatures: [], version };
    open.push(finding);
    finding.value = study.find(piece, { ask: askWithin, study: (other) => studyWithin(other, piece) });
    open.pop();
    known.set(piece, finding);
    return finding;
  };

  const askWithin = <T>(query: Query<T>, argument: string): T => {
    const question = ask(query, argument);
    const finding = open.at(-1)!;
    finding.questions.push(question);
    finding.signatures.push(question.signature);
    return question.answer as T;
  };

  const studyWithin = <T>(study: Study<T>, piece: Piece): T => {
    const part = find(study, piece);
    open.at(-1)!.parts.push(part);
    return part.value as T;
  };

  return {
    memory,
    ask: <T>(query: Query<T>, argument: string) => ask(query, argument).answer as T,
    study: <T>(study: Study<T>, piece: Piece) => find(study, piece).value as T,
  };
}

function emptyMemory(): Memory {
  return { count: 0, questions: new Map(), findings: new Map(), mostQuestions: 10_000 };
}

/** For how many versions a question is kept that nobody asks. */
const longUnused = 200;

/** Forgets the questions of texts that are long gone, now and then. */
function tidied(memory: Memory): Memory {
  if (sizeOf(memory.questions) < memory.mostQuestions) return memory;
  for (const known of memory.questions.values())
    for (const [argument, { version }] of known)
      if (version < memory.count - longUnused) known.delete(argument);
  memory.mostQuestions = 2 * sizeOf(memory.questions) + 10_000;
  return memory;
}

function sizeOf(tables: Memory['questions']): number {
  let size = 0;
  for (const table of tables.values()) size += table.size;
  return size;
}

function newMap<K, V>(): Map<K, V> {
  return new Map();
}

function newWeakMap<K extends object, V>(): WeakMap<K, V> {
  return new WeakMap();
}

function entry<K, V>(table: Map<K, V>, key: K, make: () => V): V {
  let known = table.get(key);
  if (known === undefined) {
    known = make();
    table.set(key, known);
  }
  return known;
}
