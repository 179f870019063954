import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { syntaxCodes } from '../../grammar/messages.ts';
import { parse } from '../../grammar/parse.ts';
import { annotate, annotated, type Expected } from '../support/annotated.ts';

const folder = new URL('./fixtures/syntax/', import.meta.url);
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.slapolicy'));

describe('syntax errors', () => {
  for (const name of fixtures) {
    it(`are found where they are in ${name}`, () => {
      const file = new URL(name, folder);
      const text = readFileSync(file, 'utf8');
      const found = problemsOf(text);
      if (process.env.UPDATE_GOLDENS === '1') writeFileSync(file, annotate(text, found));
      else assert.deepEqual(annotated(text), found, annotate(text, found));
    });
  }

  it('each have a fixture', () => {
    const drawn = fixtures.flatMap((name) => annotated(readFileSync(new URL(name, folder), 'utf8')));
    // These need texts that nobody would like to read.
    const elsewhere = ['syntax/too-deep', 'syntax/too-long', 'syntax/not-formatted'];
    const seen = new Set([...drawn.map(({ code }) => code), ...elsewhere]);
    assert.deepEqual([...seen].sort(), Object.keys(syntaxCodes).sort());
  });

  it('are mended by their fixes', () => {
    for (const name of fixtures) {
      const text = readFileSync(new URL(name, folder), 'utf8');
      for (const { offset, piece } of parse(text).pieces) {
        for (const { fix, code, start } of piece.problems) {
          if (fix === undefined) continue;
          const mended = text.slice(0, offset + fix.start) + fix.text + text.slice(offset + fix.end);
          const still = problemsOf(mended).some(
            (each) => each.code === code && each.start === offset + start,
          );
          assert.ok(!still, `${name}: ${code} at ${offset + start} survives "${fix.title}"`);
        }
      }
    }
  });
});

function problemsOf(text: string): Expected[] {
  return parse(text).pieces.flatMap(({ offset, piece }) =>
    piece.problems.map(({ code, start, end }) => ({ code, start: offset + start, end: offset + end })),
  );
}
