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
    states: engine.states.map(() => ({ since: null, opened: null, closed: null })),
    benchmarks: engine.benchmarks.map(() => ({
      prevented: false,
      runs: [],
      arrived: {},
    })),
    disputes: engine.disputes.map(() => ({ runs: [], arrived: {} })),
    rights: engine.rights.map(() => ({ awaited: null, times: [], arrived: {} })),
    permits: engine.permits.map(() => ({ attempts: [], arrived: null })),
    ...(engine.remedies.length > 0 && {
      remedies: engine.remedies.map(({ clauses }) => ({
        clauses: clauses.map(() => ({ since: null, spans: [] })),
        runs: [],
        arrived: null,
      })),
    }),
    ...(engine.metrics.length > 0 && { answers: engine.metrics.map(() => []) }),
    ...(engine.standards.length > 0 && { replies: engine.standards.map(() => []) }),
    seen: [],
    findings: [...findings],
  };
}
