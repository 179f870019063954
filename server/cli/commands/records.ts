import type { Engine } from '../../engine/simulation/engine.ts';
import { instantWords } from '../../engine/simulation/words.ts';
import type { Instant } from '../../engine/time/zone.ts';
import { instantOf } from '../../report/timeline.ts';
import type { Arguments, commands, Runner } from '../commands.ts';
import { dueRecords, type RecordItem } from '../dueRecords.ts';
import { failUnusable } from '../failUnusable.ts';
import { damageText } from '../format/findingText.ts';
import type { Damage, RawTicket } from '../input/rawTicket.ts';
import type { Io } from '../io.ts';
import { loadPolicy } from '../loadPolicy.ts';
import { createOutput } from '../output.ts';
import { readAsOf } from '../readAsOf.ts';
import { readTickets } from '../readTickets.ts';
import { runTicket } from '../runTicket.ts';
import { counted } from '../terminal/counted.ts';
import { styleFor } from '../terminal/style.ts';
import { visibleLine } from '../terminal/visible.ts';
import { wrap } from '../terminal/width.ts';
import { isDamage } from '../ticketFindings.ts';

type Format = Arguments<typeof commands.records>['options']['format'];

/** Lists what of tickets is to be blacked out or deleted. */
export const run: Runner<'records'> = async ({ operands: [policy = ''], options }, io) => {
  if (policy === '-' && options.tickets === '-')
    return failUnusable(io, 'Standard input cannot be both the policy and the tickets.');
  const loaded = await loadPolicy(policy, io);
  if (!loaded.ok) return failUnusable(io, ...loaded.messages);
  const { engine } = loaded;
  if (engine.policy.records.length === 0)
    return failUnusable(io, `${policy} declares no record, so nothing is kept or deleted by it.`);
  const given = readAsOf(options['as-of'], [engine]);
  if (!given.ok) return failUnusable(io, given.message);
  const asOf = given.at ?? io.clock();
  const reader = readTickets(options.tickets, io);
  if (!reader.ok) return failUnusable(io, reader.message);
  const output = createOutput(io.stdout);
  const writer = writers[options.format](engine, asOf, io);
  let damaged = false;
  const unusable = await reader.each((raw) => {
    const ran = raw.kind === 'damage' ? raw : runTicket([engine], raw, { asOf, reasons: true });
    if (ran.kind === 'damage') {
      damaged = true;
      io.stderr.write(damageText(ran, reader.source.name, asTicket(raw), styleFor(io.stderr, io)));
      return undefined;
    }
    if (ran.outcome.findings.some(isDamage)) damaged = true;
    const text = writer.ticket(dueRecords(engine, ran.outcome, asOf));
    return text === '' ? undefined : output.write(text);
  });
  if (unusable) return failUnusable(io, unusable);
  await output.write(writer.end());
  await output.flush();
  return damaged ? 1 : 0;
};

function asTicket(raw: RawTicket | Damage): RawTicket | undefined {
  return raw.kind === 'damage' ? undefined : raw;
}

interface Writer {
  ticket(items: readonly RecordItem[]): string;
  end(): string;
}

const writers: Readonly<Record<Format, (engine: Engine, asOf: Instant, io: Io) => Writer>> = {
  ndjson: () => ({
    ticket: (items) => items.map((item) => `${JSON.stringify(item)}\n`).join(''),
    end: () => '',
  }),
  json: () => {
    let wrote = 0;
    return {
      ticket: (items) =>
        items.map((item) => `${wrote++ === 0 ? '[\n' : ',\n'}${JSON.stringify(item)}`).join(''),
      end: () => (wrote === 0 ? '[]\n' : '\n]\n'),
    };
  },
  text: textWriter,
};

/** What is due, ticket by ticket; of the rest, how much there is. */
function textWriter(engine: Engine, asOf: Instant, io: Io): Writer {
  const style = styleFor(io.stdout, io);
  const counts = { due: 0, later: 0, open: 0 };
  const words = (item: RecordItem): string[] => [
    `${style.paint(visibleLine(item.ticket), 'bold')}  ${item.record}  ${style.paint(actionWords(item), 'yellow')}`,
    ...[item.because, item.cites ?? '']
      .filter(Boolean)
      .flatMap((text) => wrap(text, style.width - 2).map((line) => `  ${line}`)),
  ];
  let next: string | undefined;
  return {
    ticket: (items) => {
      for (const { status, due } of items) {
        counts[status] += 1;
        if (
          status === 'later' &&
          due !== null &&
          (next === undefined || instantOf(engine, due) < instantOf(engine, next))
        )
          next = due;
      }
      return items
        .filter(({ status }) => status === 'due')
        .map((item) => `${words(item).join('\n')}\n\n`)
        .join('');
    },
    end: () => {
      const lines = [
        `As of ${instantWords(engine.zone, asOf)}: ${counted(counts.due, 'thing')} to do.`,
        ...(next === undefined
          ? []
          : [
              `${counts.later} more come later, the first ${instantWords(engine.zone, instantOf(engine, next))}.`,
            ]),
        ...(counts.open === 0
          ? []
          : [`${counts.open} have no date yet, because nothing has happened from which they count.`]),
      ];
      return `${lines.join('\n')}\n`;
    },
  };
}

function actionWords({ action, what }: RecordItem): string {
  return action === 'redact' ? `black out ${what.join(', ')}` : 'delete';
}
