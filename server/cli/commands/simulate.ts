import type { Finding, Outcome } from '../../engine/outcome.ts';
import type { Engine } from '../../engine/simulation/engine.ts';
import { type Summary, summarize } from '../../engine/tally/summary.ts';
import { emptyTally, tally } from '../../engine/tally/tally.ts';
import type { Arguments, commands, Runner } from '../commands.ts';
import { failUnusable } from '../failUnusable.ts';
import { damageText, findingLines } from '../format/findingText.ts';
import { summaryText } from '../format/summaryText.ts';
import { ticketText } from '../format/ticketText.ts';
import type { Damage, RawTicket } from '../input/rawTicket.ts';
import type { Io } from '../io.ts';
import { loadPolicy } from '../loadPolicy.ts';
import { createOutput } from '../output.ts';
import { progressOf } from '../progress.ts';
import { readAsOf } from '../readAsOf.ts';
import { readTickets } from '../readTickets.ts';
import { runTicket } from '../runTicket.ts';
import { styleFor } from '../terminal/style.ts';
import { damageFinding, isDamage } from '../ticketFindings.ts';

type Options = Arguments<typeof commands.simulate>['options'];

/** Runs tickets through a policy, one at a time. */
export const run: Runner<'simulate'> = async ({ operands: [policy = ''], options }, io) => {
  if (policy === '-' && options.tickets === '-')
    return failUnusable(io, 'Standard input cannot be both the policy and the tickets.');
  const loaded = await loadPolicy(policy, io);
  if (!loaded.ok) return failUnusable(io, ...loaded.messages);
  const { engine } = loaded;
  const asOf = readAsOf(options['as-of'], engine);
  if (!asOf.ok) return failUnusable(io, asOf.message);
  const reader = readTickets(options.tickets, io, () => progress.show(counts.tickets));
  if (!reader.ok) return failUnusable(io, reader.message);
  const progress = progressOf(reader.source, io);
  const writer = writers[options.format]({ engine, name: reader.source.name, reasons: options.reasons, io });
  const output = createOutput(io.stdout);
  const counts = emptyTally(asOf.at);
  const simulation = {
    ...(asOf.at !== undefined && { asOf: asOf.at }),
    reasons: options.reasons || options.format === 'text',
  };
  let damaged = false;
  let wrote = 0;

  const write = (text: string): Promise<void> | undefined =>
    output.write(`${wrote++ === 0 ? writer.begin : writer.between}${text}`);
  const reportDamage = (damage: Damage, raw?: RawTicket): Promise<void> | undefined => {
    damaged = true;
    counts.findings[damage.rule] = (counts.findings[damage.rule] ?? 0) + 1;
    return write(writer.damage(damage, raw));
  };
  const take = (item: RawTicket | Damage): Promise<void> | undefined => {
    if (item.kind === 'damage') return reportDamage(item);
    const ran = runTicket(engine, item, simulation);
    if (ran.kind === 'damage') return reportDamage(ran, item);
    if (ran.outcome.findings.some(isDamage)) damaged = true;
    tally(engine, counts, ran.outcome);
    return write(writer.outcome(ran.json, ran.outcome, item));
  };
  const unusable = await reader.each(take);
  progress.end();
  if (unusable) return failUnusable(io, unusable);
  const summary = summarize(engine, counts, asOf.at);
  await output.write(`${wrote === 0 ? writer.begin : ''}${writer.end(summary)}`);
  await output.flush();
  return damaged ? 1 : 0;
};

/** How outcomes are written; the texts follow one another. */
interface Writer {
  begin: string;
  between: string;
  outcome(json: unknown, outcome: Outcome, raw: RawTicket): string;
  /** What could not be read as a ticket at all; `raw` is its text where there is one. */
  damage(damage: Damage, raw?: RawTicket): string;
  end(summary: Summary): string;
}

interface Writing {
  engine: Engine;
  /** Of the file of tickets. */
  name: string;
  reasons: boolean;
  io: Io;
}

const writers: Readonly<Record<Options['format'], (writing: Writing) => Writer>> = {
  ndjson: () => ({
    begin: '',
    between: '',
    outcome: (_json, outcome) => `${JSON.stringify(outcome)}\n`,
    damage: (damage) => `${JSON.stringify({ finding: damageFinding(damage) })}\n`,
    end: (summary) => `${JSON.stringify({ summary })}\n`,
  }),
  json: () => ({
    begin: '{"outcomes":[\n',
    between: ',\n',
    outcome: (_json, outcome) => JSON.stringify(outcome),
    damage: (damage) => JSON.stringify({ finding: damageFinding(damage) }),
    end: (summary) => `\n],"summary":${JSON.stringify(summary)}}\n`,
  }),
  text: ({ engine, name, reasons, io }) => {
    const style = styleFor(io.stdout, io);
    const said = new Set<string>();
    // What is the same for every ticket is said once.
    const isNew = ({ line, message }: Finding): boolean => {
      if (line !== undefined) return true;
      if (said.has(message)) return false;
      said.add(message);
      return true;
    };
    return {
      begin: '',
      between: '\n',
      outcome: (json, outcome, raw) => {
        const findings = findingLines(outcome.findings.filter(isNew), name, raw, style);
        return `${ticketText(engine, json, outcome, { style, reasons })}${findings.length > 0 ? `\n${findings.join('\n')}\n` : ''}`;
      },
      damage: (damage, raw) => damageText(damage, name, raw, style),
      end: (summary) => `\n${summaryText(engine, summary, style)}`,
    };
  },
};
