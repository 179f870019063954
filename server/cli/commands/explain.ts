import { nearestWord } from '../../../grammar/nearestWord.ts';
import { type CodePage, codePages } from '../codePages.ts';
import type { Runner } from '../commands.ts';
import { severityColours } from '../format/problemText.ts';
import { type Style, styleFor } from '../terminal/style.ts';
import { visible } from '../terminal/visible.ts';
import { padTo, wrap } from '../terminal/width.ts';

const colours = { ...severityColours, finding: 'magenta' } as const;

/** Shows the page of a code, or lists all codes. */
export const run: Runner<'explain'> = async ({ operands }, io) => {
  const [code] = operands;
  const style = styleFor(io.stdout, io);
  if (code === undefined) {
    io.stdout.write(listOfCodes(style));
    return 0;
  }
  const page = codePages.get(code);
  if (page) {
    io.stdout.write(pageText(page, style));
    return 0;
  }
  const meant = nearestCode(code);
  io.stderr.write(
    `slapolicy: There is no code “${visible(code)}”.${meant ? ` Did you mean ${meant}?` : ''}\nslapolicy explain lists all of them.\n`,
  );
  return 2;
};

function listOfCodes(style: Style): string {
  const pages = [...codePages.values()];
  const column = Math.max(...pages.map(({ code }) => code.length));
  return pages
    .map(({ code, severity, title }) => {
      const paintedSeverity = style.paint(padTo(severity, 11), colours[severity]);
      return `${style.paint(padTo(code, column), 'bold')}  ${paintedSeverity}  ${plain(title, style)}\n`;
    })
    .join('');
}

function pageText(page: CodePage, style: Style): string {
  const { code, severity, title, explain, remedy, failing, passing } = page;
  return [
    `${style.paint(plain(title, style), 'bold')}`,
    `${style.paint(severity, colours[severity])}  ${style.paint(code, 'dim')}`,
    '',
    ...paragraphs(explain, style),
    ...(remedy ? ['', style.paint('What to do', 'bold'), ...paragraphs(remedy, style)] : []),
    ...(failing ? ['', style.paint('For example', 'bold'), ...failingExample(failing, style)] : []),
    ...(passing ? ['', style.paint('Well', 'bold'), ...indented(passing)] : []),
    '',
  ].join('\n');
}

function paragraphs(markdown: string, style: Style): string[] {
  return markdown
    .trim()
    .split(/\n\s*\n/)
    .flatMap((paragraph, index) => [
      ...(index > 0 ? [''] : []),
      ...wrap(paragraph.replaceAll('\n', ' '), Math.min(style.width, 100)),
    ])
    .map((line) => plain(line, style));
}

/** Markdown's code in colour; without colours its backticks stay. */
function plain(markdown: string, style: Style): string {
  return markdown.replace(/`([^`]+)`/g, (whole, code: string) => {
    const painted = style.paint(code, 'cyan');
    return painted === code ? whole : painted;
  });
}

function indented(example: string): string[] {
  return example
    .trim()
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`));
}

/** What `<|…|>` marks is underlined; a mark may run over several lines. */
function failingExample(example: string, style: Style): string[] {
  let marking = false;
  return example
    .trim()
    .split('\n')
    .flatMap((line) => {
      let shown = '';
      let underline = '';
      for (const part of line.split(/(<\||\|>)/)) {
        if (part === '<|' || part === '|>') marking = part === '<|';
        else {
          shown += part;
          underline += marking
            ? part.replace(/\S.*/, (words) => '^'.repeat(words.length))
            : ' '.repeat(part.length);
        }
      }
      if (underline.trim() === '') return [shown === '' ? '' : `  ${shown}`];
      return [`  ${shown}`, `  ${style.paint(underline.trimEnd(), severityColours.error)}`];
    });
}

function nearestCode(code: string): string | undefined {
  const codes = [...codePages.keys()];
  return (
    nearestWord(code, codes) ??
    codes.find((each) => each.split('/')[1] === code) ??
    codes.find((each) => each.startsWith(`${code}/`))
  );
}
