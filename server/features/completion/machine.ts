import { isConnectingWord } from '../../../grammar/keywords.ts';
import type { Token } from '../../../grammar/tokens.ts';
import * as t from '../../../grammar/tokens.ts';
import { readShape, type Shape } from './shape.ts';
import { phrases } from './shapes.ts';
import { isNameToken, type Terminal, terminals } from './terminals.ts';

/** What may come next: a word, with the phrase that it begins, or a terminal. */
export type Expected =
  | { readonly word: string; readonly phrase?: string }
  | { readonly terminal: Terminal; readonly name: string };

/** A place in a shape, after the tokens read so far: all ways to read them at once. */
export interface Machine {
  /** The machine after one more token; undefined when the token cannot stand here. */
  read(token: Token): Machine | undefined;
  readonly expected: readonly Expected[];
  /** Whether the tokens so far may be all. */
  readonly canEnd: boolean;
}

/** Whether a name may stand where the table has a terminal of this name, as far as is known. */
export type Fits = (name: string, terminal: string) => boolean;

/** A machine that reads what one of the shapes describes. */
export function createMachine(shapes: readonly string[], fits: Fits): Machine {
  const stacks = createStacks();
  return machineOf(
    shapes.map((shape) => stacks.push(shapeOf(shape), undefined)),
    stacks,
    fits,
  );
}

const read = new Map<string, Shape>();

function shapeOf(source: string): Shape {
  let shape = read.get(source);
  if (!shape) {
    shape = readShape(source);
    read.set(source, shape);
  }
  return shape;
}

/** What is still to be read, the next first. Equal stacks are the same object, so that a set of them stays small. */
interface Stack {
  readonly shape: Shape;
  readonly rest: Stack | undefined;
}

type Stacks = ReturnType<typeof createStacks>;

function createStacks() {
  const known = new Map<Shape, Map<Stack | undefined, Stack>>();
  return {
    push(shape: Shape, rest: Stack | undefined): Stack {
      let byRest = known.get(shape);
      if (!byRest) {
        byRest = new Map();
        known.set(shape, byRest);
      }
      let stack = byRest.get(rest);
      if (!stack) {
        stack = { shape, rest };
        byRest.set(rest, stack);
      }
      return stack;
    },
  };
}

function machineOf(tops: readonly (Stack | undefined)[], stacks: Stacks, fits: Fits): Machine {
  const { heads, canEnd } = unfold(tops, stacks);
  const step = (matches: (head: Stack, token: Token) => boolean, token: Token) =>
    heads.filter((head) => matches(head, token)).map((head) => head.rest);
  return {
    canEnd,
    expected: heads.map(({ shape }) => expectedOf(shape)),
    read: (token) => {
      let next = step((head) => accepts(head.shape, token, fits), token);
      // A name of the wrong kind is a mistake of its own; what follows it is still to be understood.
      if (next.length === 0) next = step((head) => accepts(head.shape, token, () => true), token);
      return next.length === 0 ? undefined : machineOf([...new Set(next)], stacks, fits);
    },
  };
}

/** Goes down to the words and terminals that may come next. */
function unfold(tops: readonly (Stack | undefined)[], stacks: Stacks): { heads: Stack[]; canEnd: boolean } {
  const heads: Stack[] = [];
  const seen = new Set<Stack | undefined>();
  const visit = (stack: Stack | undefined): void => {
    if (seen.has(stack)) return;
    seen.add(stack);
    if (!stack) return;
    const { shape, rest } = stack;
    switch (shape.kind) {
      case 'word':
        heads.push(stack);
        return;
      case 'named': {
        const phrase = phrases[shape.name];
        if (phrase === undefined) heads.push(stack);
        else visit(stacks.push(shapeOf(phrase), rest));
        return;
      }
      case 'sequence':
        visit(shape.items.reduceRight((below: Stack | undefined, item) => stacks.push(item, below), rest));
        return;
      case 'choice':
        for (const item of shape.items) visit(stacks.push(item, rest));
        return;
      case 'optional':
        visit(stacks.push(shape.item, rest));
        visit(rest);
        return;
      case 'many':
        visit(stacks.push(shape.item, stack));
        visit(rest);
    }
  };
  for (const top of tops) visit(top);
  return { heads, canEnd: seen.has(undefined) };
}

function expectedOf(shape: Shape): Expected {
  if (shape.kind === 'word')
    return shape.phrase === undefined ? { word: shape.word } : { word: shape.word, phrase: shape.phrase };
  const name = shape.kind === 'named' ? shape.name : '';
  return { terminal: terminalOf(name), name };
}

function terminalOf(name: string): Terminal {
  const terminal = terminals[name];
  if (!terminal) throw new Error(`${name} is neither a phrase nor a terminal`);
  return terminal;
}

function accepts(shape: Shape, token: Token, fits: Fits): boolean {
  if (shape.kind === 'word') return token.tokenType !== t.QuotedName && token.image === shape.word;
  if (shape.kind !== 'named') return false;
  const terminal = terminalOf(shape.name);
  switch (terminal.kind) {
    case 'symbol':
      return isName(token) && fits(token.value, shape.name);
    case 'name':
      return isName(token);
    case 'words':
      return terminal.words.includes(token.image);
    case 'code':
      return token.tokenType === (terminal.list === 'codes' ? t.RuleCode : t.Code);
    case 'value':
      return token.tokenType === terminal.type;
  }
}

function isName(token: Token): boolean {
  return isNameToken(token) && !isConnectingWord(token.image);
}
