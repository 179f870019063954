import { clockworkOf } from '../../analysis/clockwork.ts';
import type { Conformance, DutyProof, Shortfall } from '../../analysis/conformance/conformance.ts';
import type { Policy } from '../../engine/policy.ts';
import { instantWords } from '../../engine/simulation/words.ts';
import type { Zone } from '../../engine/time/zone.ts';
import type { Colour, Style } from '../terminal/style.ts';
import { visibleLine } from '../terminal/visible.ts';
import { wrap } from '../terminal/width.ts';
import { delayWords } from './delayWords.ts';

/** Proofs for people: each duty with its verdict, and what breaks it with the case and the arrival. */
export function conformanceText(proofs: readonly Conformance[], policy: Policy, style: Style): string {
  const zone = clockworkOf(policy).engine.zone;
  return proofs.map((proof) => oneProof(proof, policy, zone, style)).join('\n');
}

function oneProof(
  { regulation, from, until, duties }: Conformance,
  policy: Policy,
  zone: Zone,
  style: Style,
): string {
  const title = `${policy.id} ${policy.version}`.trim();
  const met = duties.filter(({ verdict }) => verdict === 'met').length;
  const width = Math.max(0, ...duties.map(({ duty }) => duty.length));
  const lines = duties.flatMap((duty) => dutyLines(duty, width, zone, style));
  const head = `${style.paint(visibleLine(title), 'bold')} against ${style.paint(regulation, 'bold')}, for every case and every arrival from ${from} until ${until}`;
  const end =
    duties.length === 0
      ? `${regulation} has no benchmarks, so it demands no deadline.`
      : `${met} of ${duties.length} ${duties.length === 1 ? 'duty is' : 'duties are'} met.`;
  return `${[head, '', ...lines, '', style.paint(end, met === duties.length ? 'green' : 'red')].join('\n')}\n`;
}

const verdicts: Readonly<Record<DutyProof['verdict'], { word: string; colour: Colour }>> = {
  met: { word: 'met', colour: 'green' },
  broken: { word: 'broken', colour: 'red' },
  unmet: { word: 'unmet', colour: 'red' },
  open: { word: 'open', colour: 'yellow' },
};

function dutyLines(
  { duty, verdict, by, shortfalls }: DutyProof,
  width: number,
  zone: Zone,
  style: Style,
): string[] {
  const { word, colour } = verdicts[verdict];
  const how = by === undefined ? 'nothing in the policy has its name or meets it' : `by ${by}`;
  const indent = '          ';
  return [
    `  ${style.paint(word.padEnd(6), colour)}  ${duty.padEnd(width)}  ${how}`,
    ...shortfalls.flatMap((shortfall) =>
      wrap(sentenceOf(shortfall, zone), style.width - indent.length).map((line) => `${indent}${line}`),
    ),
  ];
}

function sentenceOf(shortfall: Shortfall, zone: Zone): string {
  const { says, open, free, arrival, due, demanded, kind } = shortfall;
  const words = shortfall.case ?? [];
  const when = words.length === 0 ? '' : ` when ${words.join(', ')}`;
  const parts = [`${open ? 'Not decided: ' : ''}${open ? says : capital(says)}${when}.`];
  if (kind === 'later' && arrival !== undefined && demanded !== undefined) {
    const ours = due === undefined ? 'never due' : `due ${instantWords(zone, due)}`;
    const late = due === undefined ? '' : `, ${delayWords(due - demanded)} too late`;
    parts.push(
      `Begun ${instantWords(zone, arrival)}: ${ours}${late}; the regulation demands ${instantWords(zone, demanded)}.`,
    );
  }
  if (free && free.length > 0)
    parts.push(`In this proof ${free.map((each) => `\`${each}\``).join(', ')} is taken as a free yes or no.`);
  return parts.join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
