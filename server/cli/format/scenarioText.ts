import type { Workspace } from '../../model/workspace.ts';
import type { Coverage, Covered } from '../coverage.ts';
import type { JudgedExpectation, RanScenario, ScenarioVerdict } from '../runScenarios.ts';
import { codeFrame } from '../terminal/codeFrame.ts';
import { counted } from '../terminal/counted.ts';
import type { Colour, Style } from '../terminal/style.ts';
import { visible, visibleLine } from '../terminal/visible.ts';
import { wrap } from '../terminal/width.ts';

interface Context {
  workspace: Pick<Workspace, 'document'>;
  nameOf(uri: string): string;
  style: Style;
}

const marks: Readonly<Record<ScenarioVerdict, readonly [mark: string, colour: Colour]>> = {
  passed: ['✓', 'green'],
  failed: ['✗', 'red'],
  'not judged': ['–', 'dim'],
};

/** Scenarios by file, what failed in detail, what none of them reaches, and the count. */
export function scenariosText(
  ran: readonly RanScenario[],
  coverage: readonly Coverage[],
  context: Context,
): string {
  const { style } = context;
  const files = [...new Set(ran.map(({ scenario }) => scenario.uri))];
  const lines: string[] = [];
  for (const uri of files) {
    lines.push(style.paint(visible(context.nameOf(uri)), 'bold'));
    for (const each of ran) if (each.scenario.uri === uri) lines.push(...scenarioLines(each, context));
    lines.push('');
  }
  for (const each of coverage) lines.push(...coverageLines(each, style), '');
  return `${[...lines, countLine(ran, style)].join('\n')}\n`;
}

function scenarioLines({ scenario, verdict, expectations }: RanScenario, context: Context): string[] {
  const { style } = context;
  const [mark, colour] = marks[verdict];
  const notJudged = expectations.filter((each) => each.verdict === 'not judged').length;
  const aside =
    notJudged > 0 ? style.paint(`  (${notJudged} of ${expectations.length} not judged)`, 'dim') : '';
  return [
    `  ${style.paint(mark, colour)} ${visibleLine(scenario.title)}${aside}`,
    ...expectations
      .filter((each) => each.verdict === 'failed')
      .flatMap((each) => failureLines(each, context)),
  ];
}

function failureLines({ expected, actual, expectation }: JudgedExpectation, context: Context): string[] {
  const { style, workspace, nameOf } = context;
  const { uri, start, end, line, column } = expectation.source;
  const document = workspace.document(uri);
  const frame = document
    ? codeFrame(
        { text: document.text, start, end, line },
        { style: { ...style, width: style.width - 4 }, colour: 'red' },
      )
    : [];
  return [
    `      ${style.paint(`${visible(nameOf(uri))}:${line}:${column}`, 'bold')}`,
    ...frame.map((text) => `    ${text}`),
    ...marked('- expected', expected, 'red', style),
    ...marked('+ actual  ', actual, 'green', style),
    '',
  ];
}

function marked(label: string, text: string, colour: Colour, style: Style): string[] {
  const indent = `      ${label} `;
  const [first = '', ...more] = wrap(visibleLine(text), style.width - indent.length);
  return [
    `      ${style.paint(`${label} ${first}`, colour)}`,
    ...more.map((line) => `${' '.repeat(indent.length)}${style.paint(line, colour)}`),
  ];
}

function coverageLines({ policy, rows, rungs, steps }: Coverage, style: Style): string[] {
  return [
    style.paint(`What the scenarios of ${visibleLine(policy)} reach`, 'bold'),
    ...coveredLines('rows', rows, style),
    ...coveredLines('rungs', rungs, style),
    ...coveredLines('steps', steps, style),
  ];
}

function coveredLines(what: string, { total, reached, missed }: Covered, style: Style): string[] {
  if (total === 0) return [];
  return [
    `  ${style.paint(`${reached} of ${total} ${what}`, reached === total ? 'green' : 'yellow')}`,
    ...missed.map(({ of, text, file, line }) =>
      visibleLine(`    not reached: ${of}: ${text}`).concat(
        style.paint(`  ${visibleLine(file)}:${line}`, 'dim'),
      ),
    ),
  ];
}

function countLine(ran: readonly RanScenario[], style: Style): string {
  const count = (wanted: ScenarioVerdict): number => ran.filter(({ verdict }) => verdict === wanted).length;
  const expectations = ran.flatMap((each) => each.expectations);
  const judged = expectations.filter(({ verdict }) => verdict !== 'not judged');
  const held = judged.filter(({ verdict }) => verdict === 'held').length;
  const failed = count('failed');
  const notJudged = expectations.length - judged.length;
  return [
    `${counted(count('passed'), 'scenario')} passed, ${style.paint(`${failed} failed`, failed > 0 ? 'red' : 'green')}`,
    count('not judged') > 0 ? `, ${count('not judged')} not judged` : '',
    `; ${held} of ${counted(judged.length, 'expectation')} held`,
    notJudged > 0 ? `, ${notJudged} not judged because they concern what is not run` : '',
    '.',
  ].join('');
}
