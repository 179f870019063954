import { positionAt, type TextSource } from '../../model/document.ts';
import type { Problem, RelatedPlace, Severity } from '../../model/problem.ts';
import type { Workspace } from '../../model/workspace.ts';
import { codeFrame } from '../terminal/codeFrame.ts';
import type { Colour, Style } from '../terminal/style.ts';
import { visible } from '../terminal/visible.ts';
import { wrap } from '../terminal/width.ts';

export interface ProblemsInContext {
  workspace: Pick<Workspace, 'source'>;
  nameOf(uri: string): string;
  style: Style;
}

export const severityColours: Readonly<Record<Severity, Colour>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};

/** Problems under the text they are about. Each code is said to be explained where it comes first. */
export function problemsText(problems: readonly Problem[], context: ProblemsInContext): string {
  const seen = new Set<string>();
  return problems
    .map((problem) => {
      const first = !seen.has(problem.code);
      seen.add(problem.code);
      return `${problemLines(problem, first, context).join('\n')}\n\n`;
    })
    .join('');
}

function problemLines(problem: Problem, explained: boolean, context: ProblemsInContext): string[] {
  const { style } = context;
  const colour = severityColours[problem.severity];
  const lines = [
    `${style.paint(placeText(problem, context), 'bold')}  ${style.paint(problem.severity, colour, 'bold')}  ${style.paint(problem.code, 'dim')}`,
    ...wrap(visible(problem.message), style.width - 2).map((line) => `  ${line}`),
    ...frame(problem, colour, true, context),
  ];
  for (const place of problem.related) {
    lines.push(
      `  ${placeText(place, context)}  ${visible(place.message)}`,
      ...frame(place, 'blue', false, context),
    );
  }
  if (problem.fix) lines.push(`  ${style.paint('Mend it:', 'green')} ${visible(problem.fix.title)}`);
  if (explained) lines.push(style.paint(`  More: slapolicy explain ${problem.code}`, 'dim'));
  return lines;
}

function frame(
  place: Pick<RelatedPlace, 'uri' | 'start' | 'end'>,
  colour: Colour,
  before: boolean,
  { workspace, style }: ProblemsInContext,
): string[] {
  const document = workspace.source(place.uri);
  if (!document || document.text === '') return [];
  const line = positionAt(document, place.start).line + 1;
  return codeFrame(
    { text: document.text, start: place.start, end: place.end, line },
    { style, colour, before },
  );
}

function placeText(
  { uri, start }: Pick<RelatedPlace, 'uri' | 'start'>,
  { workspace, nameOf }: ProblemsInContext,
): string {
  const document = workspace.source(uri);
  return document ? `${visible(nameOf(uri))}:${lineAndColumn(document, start)}` : visible(nameOf(uri));
}

function lineAndColumn(document: TextSource, offset: number): string {
  const { line, character } = positionAt(document, offset);
  return `${line + 1}:${character + 1}`;
}
