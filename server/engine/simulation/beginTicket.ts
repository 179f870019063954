import type { Stored } from '../value/stored.ts';
import type { Engine } from './engine.ts';
import type { State, StateFinding } from './state.ts';

/** The state of a ticket before anything has happened. */
export function beginTicket(
  engine: Engine,
  id: string,
  fields: Record<string, Stored>,
  findings: readonly StateFinding[] = [],
): State {
  return {
    ticket: id,
    policy: engine.policy.id,
    version: engine.policy.version,
    now: null,
    open: false,
    began: false,
    fields: { ...fields },
    events: {},
    firsts: {},
    states: engine.states.map(() => ({ since: null, arrived: null })),
    benchmarks: engine.benchmarks.map(() => ({
      prevented: false,
      runs: [],
      arrived: {},
    })),
    ...(engine.metrics.length > 0 && { answers: engine.metrics.map(() => []) }),
    ...(engine.standards.length > 0 && { replies: engine.standards.map(() => []) }),
    seen: [],
    findings: [...findings],
  };
}
