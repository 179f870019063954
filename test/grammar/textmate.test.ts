import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { files } from '../../docs/generate/grammar.ts';
import { declarationEntry, declarationWords } from '../../grammar/keywords.ts';
import { type TextMateRule, textMateGrammar } from '../../grammar/textmate.ts';

describe('the colours', () => {
  it('are fresh', () => {
    for (const [path, text] of files()) assert.equal(readFileSync(path, 'utf8'), text, 'npm run generate');
  });

  it('are regular expressions that compile, and refer to rules that exist', () => {
    const grammar = textMateGrammar();
    for (const rule of rulesOf(grammar)) {
      for (const source of [rule.match, rule.begin, rule.end])
        if (source !== undefined) new RegExp(source, 'u');
      if (rule.include !== undefined)
        assert.ok(Object.hasOwn(grammar.repository, rule.include.slice(1)), rule.include);
    }
  });

  it('know every declaration, and clause words only in the blocks that have them', () => {
    const grammar = textMateGrammar();
    for (const word of declarationWords) {
      if (declarationEntry(word).block === 'never') continue;
      assert.match(word, new RegExp(grammar.repository[`declare-${word}`]?.begin ?? '(?!)', 'u'));
    }
    assert.ok(colours('benchmark', 'within'));
    assert.ok(colours('permit', 'not while'));
    assert.ok(!colours('ladder', 'within'));
    assert.ok(!colours('benchmark', 'within-reason'));
  });
});

describe('the language configuration', () => {
  const configuration = JSON.parse(readFileSync('grammar/language-configuration.json', 'utf8'));

  it('takes a kebab-case name, a date, a percentage and a number for one word each', () => {
    const { pattern, flags } = configuration.wordPattern;
    const text = 'monthly-fee 2026-12-24 98% 14.52 AU-NSW größe';
    assert.deepEqual(text.match(new RegExp(pattern, `${flags}g`)), text.split(' '));
  });

  it('indents behind an opening brace, and not behind a block on one line', () => {
    const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;
    assert.match('benchmark b {', new RegExp(increaseIndentPattern));
    assert.doesNotMatch('role r { requires skill x }', new RegExp(increaseIndentPattern));
    assert.doesNotMatch('// benchmark b {', new RegExp(increaseIndentPattern));
    assert.match('  }', new RegExp(decreaseIndentPattern));
  });
});

function colours(block: string, text: string): boolean {
  const rules = rulesOf(textMateGrammar().repository[`declare-${block}`] as TextMateRule);
  const clause = rules.find(({ name }) => name === 'keyword.control.clause.slapolicy');
  return new RegExp(`^(?:${clause?.match})$`, 'u').test(text);
}

function rulesOf(rule: {
  readonly patterns?: readonly TextMateRule[];
  readonly repository?: object;
}): TextMateRule[] {
  const below = [...(rule.patterns ?? []), ...Object.values(rule.repository ?? {})] as TextMateRule[];
  return [rule as TextMateRule, ...below.flatMap(rulesOf)];
}
