import type { Action, Rung, RungTime } from '../../../grammar/ast.ts';
import { unknownType } from '../types.ts';
import { expectAmount, typeAmount, typeDuration } from './amounts.ts';
import { typeWhen } from './conditions.ts';
import { type Context, report } from './context.ts';
import { typeMoment } from './moments.ts';
import { refer, referActor } from './names.ts';

export function typeRung(context: Context, rung: Rung): void {
  typeRungTime(context, rung.time);
  for (const action of rung.actions) typeAction(context, action);
  typeWhen(context, rung.when);
}

export function typeRungTime(context: Context, time: RungTime): void {
  if (time.kind === 'moment') typeMoment(context, time.moment);
  if (time.kind !== 'every') return;
  typeDuration(context, time.period);
  typeMoment(context, time.after);
}

function typeAction(context: Context, action: Action): void {
  switch (action.kind) {
    case 'notify':
      for (const name of action.to) referActor(context, name, true);
      return;
    case 'assign':
      referActor(context, action.to, false);
      return;
    case 'raise': {
      const type = refer(context, action.field, ['field'])?.type;
      if (!type || type.kind === 'unknown' || (type.kind === 'word' && type.ordered)) return;
      report(
        context,
        'type/not-ordered',
        action.field,
        type.kind === 'word'
          ? `The values of \`${action.field.text}\` have no order, so none is the next. Declare them as \`one of ${type.values.join(' < ')}\`.`
          : `Only a field with ordered values, \`one of low < high\`, can be raised.`,
      );
      return;
    }
    case 'set': {
      const type = refer(context, action.field, ['field'])?.type;
      if (type) expectAmount(context, action.value, type, `\`${action.field.text}\``);
      else typeAmount(context, action.value, unknownType);
      return;
    }
    case 'emit':
      refer(context, action.event, ['event']);
  }
}
