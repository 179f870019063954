import type { Duration, Span } from '../policy.ts';
import { parseDuration } from '../value/duration.ts';
import { loadRate, rateDay, rateOn } from './rates.ts';
import type { Scope } from './scope.ts';
import type { State } from './state.ts';

export interface LoadedSpan {
  /** As things stand; undefined while the field is unset, or before the rate's first day. */
  readonly duration: (state: State) => Duration | undefined;
  /** The events that choose it. */
  readonly events: readonly string[];
}

/** A duration that a field holds or a rate gives. */
export function loadSpan(span: Span, scope: Scope): LoadedSpan {
  if (span.kind === 'field') {
    return {
      duration: (state) => {
        const stored = state.fields[span.field];
        return typeof stored === 'string' ? parseDuration(stored) : undefined;
      },
      events: [],
    };
  }
  const def = scope.rates.get(span.rate);
  if (!def) return { duration: () => undefined, events: [] };
  const values = loadRate(def, (value) => (value.type === 'duration' ? value.value : undefined));
  const dayOf = rateDay(def, scope);
  return {
    duration: (state) => rateOn(values, dayOf(state)),
    events: def.by === undefined ? [] : [def.by],
  };
}

/** As it would be written. */
export function describeSpan(span: Span): string {
  return span.kind === 'field' ? span.field : span.rate;
}
