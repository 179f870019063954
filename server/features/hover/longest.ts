import { clockworkOf } from '../../analysis/clockwork.ts';
import { longestDispute } from '../../analysis/longest/longestDispute.ts';
import { longestWaits } from '../../analysis/longest/longestWaits.ts';
import type { Policy } from '../../engine/policy.ts';
import { instantWords, plural } from '../../engine/simulation/words.ts';

/** The arrival that waits longest for a benchmark's deadline, in a sentence; empty where there is none. */
export function longestWait(policy: Policy, benchmark: string): string {
  const [longest] = longestWaits(policy, benchmark).sort((a, b) => b.due - b.arrival - (a.due - a.arrival));
  if (!longest) return '';
  const { zone } = clockworkOf(policy).engine;
  const days = Math.round((longest.due - longest.arrival) / 86_400_000);
  const about = days < 2 ? '' : `, ${plural(days, 'day')} later`;
  return `Longest wait, without pauses: begun ${instantWords(zone, longest.arrival)}, due ${instantWords(zone, longest.due)}${about} (\`${longest.text}\`).`;
}

/** How long a dispute can take by its deadlines, in a sentence. */
export function longestDisputeNote(policy: Policy, id: string): string {
  const dispute = policy.disputes.find((each) => each.id === id);
  if (!dispute || dispute.steps.length === 0) return '';
  const longest = longestDispute(dispute);
  if (!longest) return 'It can last for ever: some step has no deadline, or stays when it is overdue.';
  const parts = longest.steps.map(({ step, within }) => `${within.text} at \`${step}\``);
  return `It takes at most ${parts.join(', then ')}, pauses aside.`;
}
