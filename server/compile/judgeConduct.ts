import type { ChannelOutcome, HandoverOutcome, Outcome, RecordOutcome } from '../engine/outcome.ts';
import type { ConductExpectation } from './expectation.ts';
import { instantWords, isWithin } from './judgeTime.ts';
import type { Verdict } from './verdict.ts';

/** Whether hand-overs, channels and records are as expected. */
export function judgeConduct(expectation: ConductExpectation, outcome: Outcome): Verdict {
  switch (expectation.of) {
    case 'automation':
      return judgeHandovers(expectation, outcome.automations ?? []);
    case 'channel':
      return judgeChannels(expectation, outcome.channels ?? []);
    case 'record':
      return judgeRecords(expectation, outcome.records ?? []);
  }
}

/** `expect assistant` alone means that it was asked to hand over. */
function judgeHandovers(expectation: ConductExpectation, handovers: readonly HandoverOutcome[]): Verdict {
  const { name, run, status, due, negated } = expectation;
  const all = handovers.filter(({ id }) => id === name);
  const meant = run === undefined ? all : all.filter((each) => each.run === run);
  const fits = (each: HandoverOutcome): boolean =>
    (status === undefined || each.status === status) && (!due || isWithin(each.due, due));
  return {
    ok: negated ? !meant.some(fits) : meant.length > 0 && meant.every(fits),
    actual:
      all.length === 0
        ? `${name} was not asked to hand over`
        : all
            .map(({ status, due }) => `${name} ${status}${due === null ? '' : `, due ${instantWords(due)}`}`)
            .join('; '),
  };
}

/** `expect phone` alone means that the case was there at some time. */
function judgeChannels(
  { name, since, negated }: ConductExpectation,
  channels: readonly ChannelOutcome[],
): Verdict {
  const was = channels.some((each) => each.id === name && (!since || isWithin(each.since, since)));
  return {
    ok: was !== negated,
    actual:
      channels.length === 0
        ? 'no channel'
        : channels.map((each) => `${each.id} since ${instantWords(each.since)}`).join('; '),
  };
}

/** A date of a record is the last one on which it is kept, or that by which something is blacked out. */
function judgeRecords(
  { name, due, negated }: ConductExpectation,
  records: readonly RecordOutcome[],
): Verdict {
  const record = records.find(({ id }) => id === name);
  const dates = record ? [record.keptUntil, ...record.redactions.map((each) => each.due)] : [];
  const found = record !== undefined && (!due || dates.some((date) => isWithin(date, due)));
  const words = [
    ...(record?.keptUntil ? [`kept until ${instantWords(record.keptUntil)}`] : []),
    ...(record?.redactions ?? []).map((each) =>
      each.due === null
        ? `${each.what.join(', ')} not yet dated`
        : `${each.what.join(', ')} blacked out ${instantWords(each.due)}`,
    ),
  ];
  return {
    ok: found !== negated,
    actual: words.length > 0 ? `${name} ${words.join('; ')}` : `${name} has no date yet`,
  };
}
