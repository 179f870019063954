import type * as ast from '../../grammar/ast.ts';
import type { WindowDef } from '../engine/policy.ts';

/** `each quarter`, `each year starting 1 July` */
export function windowOf({ unit, starting }: ast.Window): WindowDef {
  return { unit, ...(starting && { starting: { month: starting.month, day: starting.day } }) };
}
