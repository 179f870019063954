import type { Engine } from '../engine.ts';
import type { EventEntry } from '../entries.ts';
import type { StateFinding } from '../state.ts';
import type { LoadedDispute, LoadedStep } from './loadDisputes.ts';

/**
 * Why somebody may not end a step: it has another owner, or it is decided outside and this is one of the provider's own.
 * An event by nobody named is taken as it stands, and so is one by the customer or the regulator.
 */
export function refusal(
  engine: Engine,
  dispute: LoadedDispute,
  { def }: LoadedStep,
  { event, at, by, path }: EventEntry,
): StateFinding | undefined {
  if (by === undefined || outsiders.has(by)) return undefined;
  const refuse = (rule: string, why: string): StateFinding => ({
    rule,
    at,
    message: `${event} by ${by} does not end the step ${def.id} of ${dispute.def.id}, ${why}.`,
    path,
  });
  const names = [by, ...(engine.people.get(by) ?? [])];
  if (def.owner !== undefined)
    return names.includes(def.owner) ? undefined : refuse('role/wrong-role', `whose owner is ${def.owner}`);
  if (!isProviders(engine, by) || (def.heard && names.includes(def.heard.by))) return undefined;
  if (def.independent)
    return refuse('dispute/decided-inside', 'which somebody decides who is independent of the provider');
  return def.heard && refuse('role/wrong-role', `which is heard by ${def.heard.body ?? def.heard.by}`);
}

const outsiders: ReadonlySet<string> = new Set(['customer', 'regulator']);

function isProviders({ policy, people }: Engine, by: string): boolean {
  return by === 'provider' || people.has(by) || policy.roles.some(({ id }) => id === by);
}
