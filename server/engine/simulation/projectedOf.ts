import type { ProjectedOutcome } from '../outcome.ts';
import { formatInstant } from '../time/iso.ts';
import type { Effect } from './effects.ts';
import type { Engine } from './engine.ts';

/** An effect that lies ahead, as it is shown; nothing for what only follows from what is shown. */
export function projectedOf({ zone }: Engine, effect: Effect): ProjectedOutcome | undefined {
  const at = formatInstant(zone, effect.at);
  switch (effect.kind) {
    case 'verdict':
      return effect.verdict === 'breached'
        ? { at, benchmark: effect.benchmark, effect: 'breach' }
        : undefined;
    case 'action': {
      const whom = effect.to ?? [effect.field ?? effect.event ?? ''];
      return {
        at,
        benchmark: effect.benchmark,
        effect: `${effect.ladder}: ${[effect.action, ...whom].join(' ')}`,
      };
    }
    case 'step': {
      const { dispute, step, what, outcome } = effect;
      const words = { entered: `comes to ${step}`, overdue: `${step} overdue`, ended: `ends as ${outcome}` };
      return { at, dispute, effect: words[what] };
    }
    case 'right':
      return { at, right: effect.right, effect: effect.what === 'opened' ? 'opens' : 'closes' };
    case 'permit':
      return { at, permit: effect.permit, effect: effect.allowed ? 'allowed' : 'refused' };
    case 'remedy':
      return undefined;
  }
}
