import type * as ast from '../../grammar/ast.ts';
import type { ActionDef, LadderDef, RungBase, RungDef, RungTime } from '../engine/policy.ts';
import { parseDecimal } from '../engine/value/fraction.ts';
import type { Declared } from '../model/program.ts';
import { compileAmount } from './amounts.ts';
import { calendarAmong } from './clauses.ts';
import { compileWhen } from './conditions.ts';
import { compileMoment, isDuration, never, spanOf } from './moments.ts';
import {
  type Compilation,
  compileDuration,
  idOf,
  isAdopted,
  leaveOut,
  type Scope,
  scopeOf,
  sourceOf,
} from './scope.ts';
import { sourceText } from './sources.ts';

/** The ladders of the benchmarks that are run, in the order of the files. */
export function compileLadders(compilation: Compilation): LadderDef[] {
  return compilation.program
    .declarations('ladder')
    .flatMap((declared) => compileLadder(compilation, declared) ?? []);
}

/** The scope in which a ladder's rungs are read: the calendar and the clock are those of its benchmark. */
export function scopeOfLadder(
  compilation: Compilation,
  declared: Pick<Declared, 'document' | 'placed'>,
  ladder: Declared<ast.LadderDeclaration>,
): Scope | undefined {
  const key = scopeOf(compilation, ladder, undefined).references.get(ladder.declaration.on.name);
  const benchmark = key && compilation.program.lookup('benchmark', key.name, key.of)?.definition.declaration;
  if (!key || benchmark?.kind !== 'benchmark') return undefined;
  return scopeOf(compilation, declared, calendarAmong(benchmark.clauses, compilation.counts), idOf(key));
}

function compileLadder(
  compilation: Compilation,
  declared: Declared<ast.LadderDeclaration>,
): LadderDef | undefined {
  const { declaration } = declared;
  const scope = scopeOfLadder(compilation, declared, declared);
  if (!scope?.anchor) return undefined;
  const { of } = scope.references.get(declaration.on.name)!;
  if (!isAdopted(compilation, of)) {
    leaveOut(scope, declaration.on, 'ladder', declaration.name.text);
    return undefined;
  }
  const cites = declaration.clauses.find((clause) => clause.kind === 'cites');
  return {
    id: declaration.name.text,
    on: scope.anchor,
    ...(cites && { cites: cites.citation.value }),
    rungs: declaration.clauses.flatMap((clause) =>
      clause.kind === 'rung' ? [compileRung(scope, clause)] : [],
    ),
    source: sourceOf(scope, declaration),
  };
}

function compileRung(scope: Scope, rung: ast.Rung): RungDef {
  return {
    time: compileRungTime(scope, rung.time),
    ...compileWhen(scope, rung.when),
    actions: rung.actions.map((action) => compileAction(scope, action)),
    text: sourceText(scope.placed.piece, rung.start, rung.time.end),
    source: sourceOf(scope, rung),
  };
}

/** When a rung falls; one whose moment cannot be run yet never does. */
export function compileRungTime(scope: Scope, time: ast.RungTime): RungTime {
  switch (time.kind) {
    case 'percent':
      return { kind: 'percent', of: fractionOf(time.percent.value) };
    case 'moment':
      return momentTime(scope, time.moment);
    case 'every': {
      const base = baseOf(scope, time.after);
      const period = compileDuration(scope, time.period);
      if (!period) return { kind: 'moment', moment: never };
      const limit = time.limit && { limit: Number(time.limit.value) };
      if (base) return { kind: 'every', period, base, ...limit };
      return { kind: 'every after', period, moment: compileMoment(scope, time.after), ...limit };
    }
  }
}

function momentTime(scope: Scope, moment: ast.Moment): RungTime {
  const base = baseOf(scope, moment);
  if (base) return { kind: 'at', base };
  if (moment.kind === 'offset') {
    const of = baseOf(scope, moment.of);
    if (of) return offsetTime(scope, of, moment.duration, moment.direction);
  }
  if (moment.kind === 'choice-moment') {
    const of = moment.items.map((item) =>
      isDuration(scope, item) ? offsetTime(scope, 'start', item, 'after') : momentTime(scope, item),
    );
    return { kind: moment.which, of };
  }
  return { kind: 'moment', moment: compileMoment(scope, moment) };
}

function offsetTime(
  scope: Scope,
  base: RungBase,
  written: ast.DurationLiteral | ast.Name,
  direction: 'after' | 'before',
): RungTime {
  if (written.kind === 'name') {
    const span = spanOf(scope, written);
    return span ? { kind: 'computed at', base, span, direction } : { kind: 'moment', moment: never };
  }
  const duration = compileDuration(scope, written);
  return duration ? { kind: 'at', base, offset: { duration, direction } } : { kind: 'moment', moment: never };
}

/** `breach`, and `breach of resolve` in a ladder on `resolve`. */
function baseOf(scope: Scope, moment: ast.Moment): RungBase | undefined {
  if (moment.kind === 'anchor') return moment.what === 'opening' ? undefined : moment.what;
  if (moment.kind !== 'benchmark-moment' || moment.what === 'met') return undefined;
  const key = scope.references.get(moment.benchmark.name);
  return key && idOf(key) === scope.anchor ? moment.what : undefined;
}

/** A percentage as a fraction of whole numbers. */
function fractionOf(percent: string): [number, number] {
  const { n, d } = parseDecimal(percent) ?? { n: 0n, d: 1n };
  return [Number(n), Number(d * 100n)];
}

function compileAction(scope: Scope, action: ast.Action): ActionDef {
  switch (action.kind) {
    case 'notify':
      return {
        action: 'notify',
        to: action.to.map((each) => each.text),
        by: action.by.map((each) => each.text),
      };
    case 'assign':
      return { action: 'assign', to: action.to.text };
    case 'raise':
      return { action: 'raise', field: action.field.text };
    case 'set':
      return { action: 'set', field: action.field.text, value: compileAmount(scope, action.value) };
    case 'emit':
      return { action: 'emit', event: action.event.text };
  }
}
