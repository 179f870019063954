import type * as ast from '../../grammar/ast.ts';
import type { DisputeDef, StepDef, TransitionDef } from '../engine/policy/dispute.ts';
import type { Declared } from '../model/program.ts';
import { compileAmount } from './amounts.ts';
import {
  calendarAmong,
  compileCounts,
  compileOpenings,
  compilePause,
  compileRow,
  compileTexts,
  textAfterWord,
  wholeText,
} from './clauses.ts';
import { compileWhen } from './conditions.ts';
import { compileMoment } from './moments.ts';
import { ofKind } from './ofKind.ts';
import {
  type Compilation,
  compileDuration,
  idOf,
  isAdopted,
  ownId,
  type Scope,
  scopeOf,
  sourceOf,
} from './scope.ts';

/** The policy's disputes and those of the regulations that it adopts, in the order of the files. */
export function compileDisputes(compilation: Compilation): DisputeDef[] {
  return compilation.program
    .declarations('dispute')
    .filter(({ declaration }) => isAdopted(compilation, declaration.of?.text))
    .map((declared) => compileDispute(compilation, declared));
}

function compileDispute(compilation: Compilation, declared: Declared<ast.DisputeDeclaration>): DisputeDef {
  const { declaration } = declared;
  const { clauses } = declaration;
  const calendar = calendarAmong(clauses, compilation.counts);
  const scope = scopeOf(compilation, declared, calendar);
  const steps = ofKind(clauses, 'step');
  return {
    id: ownId(declaration),
    ...compileTexts(compilation, declaration),
    opens: compileOpenings(scope, ofKind(clauses, 'opens')),
    steps: steps.map((step) =>
      compileStep({ ...scope, calendar: calendarAmong(step.clauses, calendar) }, declaration, step, steps),
    ),
    source: sourceOf(scope, declaration),
  };
}

function compileStep(
  scope: Scope,
  dispute: ast.DisputeDeclaration,
  step: ast.Step,
  steps: readonly ast.Step[],
): StepDef {
  const { clauses } = step;
  const [owner] = ofKind(clauses, 'owner');
  const [heard] = ofKind(clauses, 'heard');
  const [independent] = ofKind(clauses, 'independent');
  const freezes = ofKind(clauses, 'freezes');
  const [binds] = ofKind(clauses, 'binds');
  const [cites] = ofKind(clauses, 'cites');
  const inherited = [...clauses, ...dispute.clauses];
  return {
    id: step.name.text,
    ...(cites && { cites: cites.citation.value }),
    ...(owner && { owner: owner.owner.text }),
    ...(heard && {
      heard: {
        by: heard.by.text,
        ...(heard.body && { body: heard.body.value }),
        source: sourceOf(scope, heard),
      },
    }),
    ...(independent && { independent: { source: sourceOf(scope, independent) } }),
    ...(freezes[0] && {
      freezes: {
        what: freezes.flatMap(({ what }) => what.map((each) => frozenId(scope, each))),
        source: sourceOf(scope, freezes[0]),
      },
    }),
    tells: ofKind(clauses, 'tells').flatMap((clause) => {
      const within = compileDuration(scope, clause.in);
      if (!within) return [];
      const text = textAfterWord(scope, clause);
      return [
        { party: clause.party.text, with: clause.with.text, within, text, source: sourceOf(scope, clause) },
      ];
    }),
    counts: compileCounts(scope, ofKind(inherited, 'counts')),
    rows: ofKind(clauses, 'within').map((clause) => compileRow(scope, clause)),
    pauses: ofKind(inherited, 'pauses').map((clause) => compilePause(scope, clause)),
    ...(binds && {
      binds: {
        parties: binds.parties.map((each) => each.text),
        ...(binds.upTo && { upTo: compileAmount(scope, binds.upTo) }),
        text: textAfterWord(scope, binds),
        source: sourceOf(scope, binds),
      },
    }),
    transitions: ofKind(clauses, 'on').map((clause) => compileTransition(scope, clause, steps)),
    source: sourceOf(scope, step),
  };
}

/** A permit or a remedy by its name in the compiled policy; anything else by its own. */
function frozenId({ references }: Scope, what: ast.Reference): string {
  const key = references.get(what.name);
  return key ? idOf(key) : what.name.text;
}

function compileTransition(
  scope: Scope,
  clause: ast.TransitionClause,
  steps: readonly ast.Step[],
): TransitionDef {
  const { on, target } = clause;
  return {
    on: on.kind === 'overdue' ? 'overdue' : compileMoment(scope, on),
    ...compileWhen(scope, clause.when),
    to:
      target.kind === 'ends'
        ? { ends: target.outcome.text }
        : { step: steps.findIndex(({ name }) => name.text === target.step.text) },
    cause: wholeText(scope, on),
    text: wholeText(scope, clause),
    source: sourceOf(scope, clause),
  };
}
