import { readFileSync } from 'node:fs';
import fc from 'fast-check';

export function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}.slapolicy`, import.meta.url), 'utf8');
}

/** One change of a text: `at` and `length` are fractions of it, so that a shrunk text keeps a meaningful change. */
export interface Mutation {
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}

const garbage = [
  '',
  '{',
  '}',
  '(',
  ')',
  ',',
  '"',
  '`',
  '/*',
  '*/',
  '//',
  '///',
  '\n',
  '\r\n',
  ' ',
  '\0',
  '😀',
  'é',
  '->',
  '..',
  '<',
  '=',
  '+',
  '5',
  '98%',
  '2026-12-24',
  '16:59',
  'AUD',
  'benchmark',
  'benchmark x {',
  'events',
  'state s from a until b',
  'import "x"',
  'ticket {',
  'report x to y',
  'within',
  'when',
  'otherwise',
  'of',
  'not',
  'is',
  'or',
  'and',
  'first',
  'x',
  '\n}\n',
  '\nscenario "s" {\n',
  '\nstep s {\n',
];

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(5), fc.nat(200)),
  insert: fc.oneof(fc.constantFrom(...garbage), fc.string({ maxLength: 4 })),
});

export function mutate(text: string, { at, length, insert }: Mutation): string {
  const offset = Math.floor(at * text.length);
  return text.slice(0, offset) + insert + text.slice(Math.min(text.length, offset + length));
}
