import type { BenchmarkOutcome, Outcome } from '../../engine/outcome.ts';
import type { Engine } from '../../engine/simulation/engine.ts';
import { instantWords, plural, spanWords } from '../../engine/simulation/words.ts';
import { recordSentences } from '../../report/conductItems.ts';
import { type Explained, explainedIn } from '../../report/explained.ts';
import { owedSentences } from '../../report/owedSentences.ts';
import { qualitySentences } from '../../report/qualitySentences.ts';
import { standingSentences } from '../../report/standingSentences.ts';
import { instantOf, runLabel, timelineOf } from '../../report/timeline.ts';

/** What a scenario expected, and what happened. */
export interface Expected {
  readonly expected: string;
  readonly actual: string;
  readonly ok: boolean;
  /** False for what the engine does not run yet. */
  readonly judged: boolean;
}

/** A ticket's outcome as a person reads it: verdicts, what happened when, and why; in Markdown, in the policy's time. */
export function outcomePage(
  engine: Engine,
  ticket: unknown,
  outcome: Outcome,
  expected: readonly Expected[] = [],
): string {
  const at = (text: string) => instantOf(engine, text);
  const sections: (readonly [title: string, lines: readonly string[]])[] = [
    ['Expected', expected.map(expectedLine)],
    ['Benchmarks', benchmarkTable(engine, outcome)],
    ['What happened', history(engine, ticket, outcome)],
    ['Where it stands', bullets(standingSentences(outcome, engine.zone, at))],
    ['What is owed', bullets(owedSentences(outcome, engine.zone, at))],
    ['What was answered', bullets(qualitySentences(outcome, engine.policy))],
    ['Records', bullets(recordSentences(outcome, engine.zone, at))],
    ['Findings', outcome.findings.map(({ rule, message }) => `- \`${rule}\` ${plain(message)}`)],
    ...explainedIn(outcome).map((each) => [`Why ${plain(each.title)}`, reasons(each)] as const),
  ];
  return [heading(engine, outcome), ...sections.flatMap(([title, lines]) => section(title, lines))].join(
    '\n\n',
  );
}

function bullets(sentences: readonly string[]): string[] {
  return sentences.map((sentence) => `- ${plain(sentence)}`);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];
}

function heading(engine: Engine, { ticket, policy, version, asOf }: Outcome): string {
  const until = asOf === null ? 'nothing happened' : `as of ${words(engine, asOf)}`;
  return `# ${plain(ticket) || 'A ticket without an id'}\n\n${policy} ${version}, ${until}`;
}

function expectedLine({ ok, judged, expected, actual }: Expected): string {
  if (!judged) return `- _open:_ ${plain(expected)}. It is ${plain(actual)}.`;
  return ok ? `- _held:_ ${plain(expected)}` : `- **failed:** ${plain(expected)}, but ${plain(actual)}`;
}

function benchmarkTable(engine: Engine, { benchmarks }: Outcome): string[] {
  if (benchmarks.length === 0) return [];
  const rows = benchmarks.map((run) => {
    const cells = [runLabel(run), run.status, run.target ?? '', dueWords(engine, run)];
    return `| ${cells.map(plain).join(' | ')} |`;
  });
  return ['| benchmark | verdict | target | due |', '|---|---|---|---|', ...rows];
}

function dueWords(engine: Engine, { due, remaining }: BenchmarkOutcome): string {
  if (due) return words(engine, due);
  if (!remaining) return '';
  const left = 'days' in remaining ? plural(remaining.days, 'day') : spanWords(remaining.ms);
  return `${left} left when it goes on`;
}

function history(engine: Engine, ticket: unknown, outcome: Outcome): string[] {
  const { items } = timelineOf(engine, ticket, outcome);
  if (items.length === 0) return [];
  const rows = items.map(({ at, kind, text }) => {
    const what = kind === 'ahead' ? `_ahead:_ ${plain(text)}` : plain(text);
    return `| ${instantWords(engine.zone, at)} | ${what} |`;
  });
  return ['| when | what |', '|---|---|', ...rows];
}

function reasons({ because }: Explained): string[] {
  return because.map(
    ({ text, cites }) => `- ${plain(text)}${cites === undefined ? '' : ` (${plain(cites)})`}`,
  );
}

function words(engine: Engine, text: string): string {
  return instantWords(engine.zone, instantOf(engine, text));
}

/** What a ticket says must neither break a table nor become markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/\s+/g, ' ');
}
