import type { MetricOutcome, Outcome, StandardOutcome } from '../engine/outcome.ts';
import type { Policy } from '../engine/policy.ts';
import { spanWords } from '../engine/simulation/words.ts';

/** What a ticket's replies contained, and what it answers to the metrics: a sentence each. */
export function qualitySentences(
  { metrics = [], standards = [] }: Outcome,
  { metrics: defs }: Policy,
): string[] {
  return [
    // Nobody asks of a reply what it contains unless it is audited.
    ...standards.filter(({ status, audit }) => status !== 'not-stated' || audit?.drawn).map(replySentence),
    ...defs.flatMap(({ id, measure }) => {
      const answers = metrics.filter((answer) => answer.id === id);
      if (answers.length === 0) return [];
      return [`${id}: ${answers.map((answer) => answerWords(answer, measure)).join(', ')}.`];
    }),
  ];
}

function replySentence({ id, event, occurrence, status, missing, audit }: StandardOutcome): string {
  const reply = occurrence === 1 ? event : `${event} (${occurrence})`;
  const judged = {
    met: 'contains all it must',
    breached: `lacks ${missing?.join(', ')}`,
    'not-stated': 'does not say what it contains',
  };
  return `${id}: ${reply} ${judged[status]}${audit?.drawn ? '; drawn for the audit' : ''}.`;
}

function answerWords({ holds, value }: MetricOutcome, measure: Policy['metrics'][number]['measure']): string {
  // Of a share every answer is part: one that does not hold is counted, against it.
  if (measure.kind === 'share') return holds ? 'counts towards the share' : 'counts against the share';
  if (value === undefined) return holds ? 'counts' : 'does not count';
  const unit = 'unit' in measure ? measure.unit : 'number';
  if (unit === 'ms') return spanWords(Number(value));
  if (unit === 'days') return value === '1' ? '1 day' : `${value} days`;
  return unit === 'money' && 'currency' in measure ? `${value} ${measure.currency}` : value;
}
