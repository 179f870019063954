import type { Outcome, Reason } from '../engine/outcome.ts';
import { stepLabel } from './disputeItems.ts';
import { claimLabel, owedWords } from './owedSentences.ts';
import { runLabel } from './timeline.ts';

/** Something of an outcome that says why it stands as it does. */
export interface Explained {
  /** `resolve is breached`, `complaint-dispute: ombudsman` */
  readonly title: string;
  /** The benchmark, the dispute, the right …, as expectations name it. */
  readonly id: string;
  readonly because: readonly Reason[];
}

/** All that explains itself, in the order of the outcome; nothing where reasons were not asked for. */
export function explainedIn(outcome: Outcome): Explained[] {
  const { benchmarks, disputes = [], rights = [], permits = [] } = outcome;
  const { remedies = [], automations = [], records = [] } = outcome;
  const all: (Omit<Explained, 'because'> & { readonly because?: readonly Reason[] })[] = [
    ...benchmarks.map((run) => ({ ...run, title: `${runLabel(run)} is ${run.status}` })),
    ...disputes.map((step) => ({ ...step, title: stepLabel(step) })),
    ...rights.map((right) => ({ ...right, title: right.id })),
    ...permits.map((permit) => ({
      ...permit,
      title: `${permit.id} is ${permit.allowed ? 'allowed' : 'not allowed'}`,
    })),
    ...remedies.map((remedy) => ({ ...remedy, title: `${claimLabel(remedy)}: ${owedWords(remedy)}` })),
    ...automations.map((handover) => ({ ...handover, title: `${handover.id} is ${handover.status}` })),
    ...records.map((record) => ({ ...record, title: record.id })),
  ];
  return all.flatMap(({ title, id, because }) => (because ? [{ title, id, because }] : []));
}
