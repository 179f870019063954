import assert from 'node:assert/strict';
import {
  actions,
  allWords,
  type BlockName,
  clauseEntry,
  clausesOf,
  clauseWordsOf,
  declarationEntry,
  declarationWords,
  facts,
  isConnectingWord,
  isDeclarationWord,
  linesOf,
  meaningOf,
  wordsOf,
} from '../../grammar/keywords.ts';
import { parse } from '../../grammar/parse.ts';
import { inBlock } from './support/blocks.ts';

const blocks: readonly BlockName[] = [...declarationWords, 'step'];

describe('the table of words', () => {
  for (const word of declarationWords) {
    it(`has an example of ${word} that parses, and of each of its clauses`, () => {
      parses(declarationEntry(word).example);
      checkBlock(word);
    });
  }

  it('has an example of each clause of a step that parses', () => checkBlock('step'));

  it('has an example of each action and of each expectation that parses', () => {
    for (const { example } of Object.values(actions)) parses(inBlock('ladder', `at breach ${example}`));
    for (const { example } of Object.values(facts)) parses(inBlock('scenario', example));
  });

  it('gives every word a meaning somewhere', () => {
    const explained = (word: string) =>
      meaningOf(word) !== undefined ||
      isConnectingWord(word) ||
      isDeclarationWord(word) ||
      blocks.some((block) =>
        Object.keys(clausesOf(block)).some((clause) => clause.split(' ').includes(word)),
      );
    assert.deepEqual(
      allWords.filter((word) => !explained(word)),
      [],
    );
  });

  it('writes every sketch with words that exist', () => {
    for (const block of blocks) {
      const unknown = wordsOf(block).filter((word) => !allWords.includes(word));
      // `statute` and its like are names that the model knows.
      assert.deepEqual(
        unknown.filter((word) => !['statute', 'guidance', 'promise', 'unverified', 'answers'].includes(word)),
        [],
        block,
      );
    }
  });

  it('reserves the first word of each clause in its block', () => {
    assert.ok(clauseWordsOf('permit').has('not'));
    assert.ok(clauseWordsOf('step').has('on'));
    assert.ok(!clauseWordsOf('dispute').has('on'));
    assert.equal(clauseWordsOf('ticket').size, 0);
  });

  it('finds a clause by its word, or by its two words', () => {
    assert.equal(clauseEntry('automation', 'may', 'not'), clausesOf('automation')['may not']);
    assert.equal(clauseEntry('automation', 'may', 'acknowledged'), clausesOf('automation').may);
    assert.equal(clauseEntry('permit', 'not', 'while'), clausesOf('permit')['not while']);
    assert.equal(clauseEntry('permit', 'not', 'at'), undefined);
  });
});

function checkBlock(block: BlockName): void {
  for (const [clause, { example, syntax }] of Object.entries(clausesOf(block))) {
    parses(inBlock(block, example));
    assert.ok(example.startsWith(clause), `${block}: ${example}`);
    assert.ok(syntax.startsWith(clause), `${block}: ${syntax}`);
  }
  const lines = linesOf(block);
  if (lines !== undefined) parses(inBlock(block, lines.example));
}

function parses(text: string): void {
  const problems = parse(text).pieces.flatMap(({ piece }) => piece.problems.map(({ message }) => message));
  assert.deepEqual(problems, [], text);
}
