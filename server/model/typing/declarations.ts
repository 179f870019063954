import type { AnchorMoment, Declaration, Field } from '../../../grammar/ast.ts';
import { typeOfField } from '../types.ts';
import { expectValue, typeDuration } from './amounts.ts';
import { typeClause } from './clauses.ts';
import { type Context, report } from './context.ts';
import { typeMoment } from './moments.ts';
import { refer, referActor, referQualified } from './names.ts';
import { typeTrigger } from './remedies.ts';
import { typeScenarioClause } from './scenarios.ts';

/** Resolves and types a whole declaration. */
export function typeDeclaration(context: Context, declaration: Declaration): void {
  if ('of' in declaration && declaration.of) refer(context, declaration.of, ['regulation']);
  switch (declaration.kind) {
    case 'import':
    case 'people':
    case 'events':
    case 'roles':
      return;
    case 'ticket':
      for (const field of declaration.clauses) typeField(context, field);
      return;
    case 'event':
      for (const field of declaration.clauses) typeField(context, field, declaration.name.text);
      return;
    case 'state':
      typeMoment(context, declaration.from);
      typeMoment(context, declaration.until);
      return;
    case 'scenario':
      for (const clause of declaration.clauses) typeScenarioClause(context, clause);
      return;
    case 'report':
      referActor(context, declaration.to, true);
      typeDuration(context, declaration.within);
      return;
    default:
      typeHeader(context, declaration);
      for (const clause of declaration.clauses) typeClause(context, clause);
  }
}

type Block = Exclude<
  Declaration,
  { kind: 'import' | 'people' | 'events' | 'roles' | 'ticket' | 'event' | 'state' | 'scenario' | 'report' }
>;

function typeHeader(context: Context, declaration: Block): void {
  switch (declaration.kind) {
    case 'calendar':
      if (declaration.base) refer(context, declaration.base, ['calendar']);
      return;
    case 'rate':
      if (declaration.by && declaration.by !== 'day') refer(context, declaration.by, ['event']);
      return;
    case 'ladder':
      referQualified(context, declaration.on, ['benchmark']);
      return;
    case 'remedy':
      typeTrigger(context, declaration.on);
      return;
    case 'permit':
      typeMoment(context, declaration.on);
      return;
    case 'metric':
      if (declaration.from !== 'tickets') refer(context, declaration.from, ['event']);
      return;
    case 'person':
      for (const name of declaration.roles) refer(context, name, ['role']);
  }
}

function typeField(context: Context, field: Field, event?: string): void {
  const { type } = field;
  if (type.kind === 'number' && type.from && type.to && Number(type.from.value) > Number(type.to.value))
    report(
      context,
      'value/out-of-range',
      type,
      `No number lies between ${type.from.value} and ${type.to.value}: write the smaller one first.`,
    );
  if (field.default) expectValue(context, field.default, typeOfField(field, event), `\`${field.name.text}\``);
}

/** The moments that stand for themselves in a declaration. */
export function anchorsOf(declaration: Declaration): readonly AnchorMoment['what'][] {
  switch (declaration.kind) {
    case 'ladder':
    case 'scenario':
      return ['start', 'due', 'breach'];
    case 'remedy':
      return ['breach'];
    case 'right':
      return ['opening'];
    default:
      return [];
  }
}
