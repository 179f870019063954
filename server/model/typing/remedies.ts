import type { Accrual, RemedyTrigger } from '../../../grammar/ast.ts';
import { typeDuration } from './amounts.ts';
import type { Context } from './context.ts';
import { typeMoment } from './moments.ts';
import { refer, referQualified } from './names.ts';

export function typeTrigger(context: Context, trigger: RemedyTrigger): void {
  switch (trigger.kind) {
    case 'moment':
      typeMoment(context, trigger.moment);
      return;
    case 'repetition':
      referQualified(context, trigger.benchmark, ['benchmark']);
      typeDuration(context, trigger.within);
      if (trigger.per) refer(context, trigger.per, ['field']);
      return;
    case 'shortfall':
      referQualified(context, trigger.of, ['benchmark', 'metric']);
  }
}

export function typeAccrual(context: Context, accrual: Accrual): void {
  if (accrual.kind === 'since') typeMoment(context, accrual.since);
  if (accrual.kind === 'days') typeMoment(context, accrual.after);
  if (accrual.kind === 'late' && typeof accrual.every === 'object') typeDuration(context, accrual.every);
}
