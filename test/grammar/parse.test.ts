import assert from 'node:assert/strict';
import type { Declaration } from '../../grammar/ast.ts';
import { Lexer } from '../../grammar/lexer.ts';
import { parse } from '../../grammar/parse.ts';
import { createParser } from '../../grammar/parser/parser.ts';
import type { Piece, Tree } from '../../grammar/tree.ts';
import { fixture } from './support/mutations.ts';
import { plain, plainDeclarations } from './support/plain.ts';

describe('the parser', () => {
  it('has no ambiguities and no other mistake that Chevrotain can find', function () {
    this.timeout(120_000);
    createParser({ validate: true });
  });

  for (const name of ['example', 'clauses', 'calendar']) {
    it(`reads the ${name} without problems, on lines and on one line alike`, () => {
      const text = fixture(name);
      const tree = parse(text);
      assert.deepEqual(problemsOf(tree), []);
      const oneLine = parse(onOneLine(text));
      assert.deepEqual(problemsOf(oneLine), []);
      const documented = /documentation/;
      const kept = JSON.parse(JSON.stringify(plainDeclarations(tree)), (key, value) =>
        documented.test(key) ? undefined : value,
      );
      assert.deepEqual(JSON.parse(JSON.stringify(plainDeclarations(oneLine))), kept);
    });
  }

  it('gives each declaration the `///` lines above it, and each field and step', () => {
    const tree = parse(`/// One.
//// no documentation
//// nor this
///   Two.
/* nor this */
policy p {}
/// Of the ticket.
ticket {
  /// Of the field.
  channel text
}
dispute d {
  opens on x
  /// Of the step.
  step s {
    within 2 days
  }
}
event e /// Of the state.
state s from a until b
`);
    const [policy, ticket, dispute, event, state] = declarationsOf(tree);
    assert.equal(policy?.documentation, 'One.\n  Two.');
    assert.equal(ticket?.documentation, 'Of the ticket.');
    assert.ok(ticket?.kind === 'ticket' && ticket.clauses[0]?.documentation === 'Of the field.');
    assert.ok(dispute?.kind === 'dispute');
    assert.ok(
      dispute.clauses.some((clause) => clause.kind === 'step' && clause.documentation === 'Of the step.'),
    );
    assert.equal(event?.documentation, undefined);
    assert.equal(state?.documentation, 'Of the state.');
  });

  it('takes words of the language for names wherever they can be nothing else', () => {
    const tree = parse(`ticket {
  channel one of report, within
  within  text
  first   yes or no
  days    number
  due     date
  business money
}
events pays, closes, within, start, first
benchmark b {
  from   pays until closes
  within 2 days when first and days at least 3 and due is set
  within due    when business more than 5 AUD
}
`);
    assert.deepEqual(problemsOf(tree), []);
  });

  it('leaves a name empty that a broken header lacks, and drops a declaration without its own', () => {
    const [ladder, ...rest] = parse(
      'ladder l on {\n  at breach notify a\n}\nbenchmark {\n  within 2 days\n}\n',
    ).pieces;
    assert.ok(ladder?.piece.declaration?.kind === 'ladder');
    assert.equal(ladder.piece.declaration.on.name.text, '');
    assert.equal(ladder.piece.declaration.clauses.length, 1);
    assert.deepEqual(
      rest.map(({ piece }) => piece.declaration),
      [undefined],
    );
  });
});

describe('a broken clause', () => {
  const text = fixture('example');
  const whole = parse(text);

  it('takes neither its neighbours with it nor another declaration', function () {
    this.timeout(60_000);
    whole.pieces.forEach(({ offset, piece }, index) => {
      if (piece.declaration === undefined || !('clauses' in piece.declaration)) return;
      const { clauses } = piece.declaration;
      clauses.forEach((clause, at) => {
        const start = offset + clause.start;
        for (const broken of ['%', '->']) {
          const end = offset + clause.end;
          const tree = parse(`${text.slice(0, start)}${broken}${text.slice(end)}`);
          assert.equal(tree.pieces.length, whole.pieces.length);
          tree.pieces.forEach(({ piece: other }, place) => {
            if (place !== index)
              assert.deepEqual(plain(other.declaration), plain(whole.pieces[place]?.piece.declaration));
          });
          const left = tree.pieces[index]?.piece.declaration;
          assert.ok(left !== undefined && 'clauses' in left);
          assert.deepEqual(plain(left.clauses), plain(clauses.filter((_, place) => place !== at)));
          assert.ok(problemsOf(tree).length > 0);
        }
      });
    });
  });

  it('may be cut short anywhere without harm to other declarations', function () {
    this.timeout(60_000);
    for (const [index, { offset, piece }] of whole.pieces.entries()) {
      for (const token of new Lexer(piece.text).rest().slice(1)) {
        if ('{}`,"'.includes(token.image[0] as string)) continue;
        const start = offset + token.startOffset;
        const tree = parse(text.slice(0, start) + text.slice(start + token.image.length));
        const others = (pieces: Tree['pieces']) =>
          pieces
            .filter((_, place) => place !== index)
            .map(({ piece: other }: { piece: Piece }) => other.text);
        if (tree.pieces.length !== whole.pieces.length) continue;
        assert.deepEqual(
          others(tree.pieces),
          others(whole.pieces),
          `without ${token.image} in ${piece.text}`,
        );
      }
    }
  });
});

describe('an unclosed block', () => {
  it('ends where a declaration begins a line', () => {
    const text = fixture('example');
    const whole = parse(text);
    for (const [index, { offset, piece }] of whole.pieces.entries()) {
      const close = piece.text.lastIndexOf('}');
      if (close < 0) continue;
      const tree = parse(text.slice(0, offset + close) + text.slice(offset + close + 1));
      const next = whole.pieces.slice(index + 1).map((each) => plain(each.piece.declaration));
      const found = tree.pieces.slice(index + 1).map((each) => plain(each.piece.declaration));
      assert.deepEqual(found, next, `behind ${piece.text}`);
    }
  });
});

function declarationsOf(tree: Tree): readonly (Declaration | undefined)[] {
  return tree.pieces.map(({ piece }) => piece.declaration);
}

function problemsOf(tree: Tree): readonly string[] {
  return tree.pieces.flatMap(({ piece }) => piece.problems.map(({ code, message }) => `${code}: ${message}`));
}

function onOneLine(text: string): string {
  return new Lexer(text)
    .rest()
    .map(({ image }) => image)
    .join(' ');
}
