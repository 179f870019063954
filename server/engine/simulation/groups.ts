import type { WindowDef } from '../policy.ts';
import { formatDate } from '../time/localDate.ts';
import { dayAt, type Instant } from '../time/zone.ts';
import { showStored } from '../value/stored.ts';
import type { Engine } from './engine.ts';
import type { State } from './state.ts';
import { firstDayOfWindow } from './windows.ts';

/** The value of a `per` field, as people read it; undefined where nothing is grouped. */
export function groupOf(engine: Engine, state: State, per: string | undefined): string | undefined {
  if (per === undefined) return undefined;
  const stored = state.fields[per];
  const field = engine.fields.get(per);
  return stored === undefined || !field ? 'unset' : showStored(stored, field.type, engine.zone);
}

/** A window by its first day, in the policy's zone. */
export function windowAt(engine: Engine, window: WindowDef, at: Instant): string {
  return formatDate(firstDayOfWindow(window, dayAt(engine.zone, at)));
}
