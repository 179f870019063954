import { type SyntaxCode, syntaxCodes } from '../../grammar/messages.ts';
import { pageOf } from '../../server/checks/pageOf.ts';
import type { Rule } from '../../server/checks/rule.ts';
import { rules } from '../../server/checks/rules.ts';

/** One page for each diagnostic, from the table of rules and the table of syntax errors, and an index of all. */
export function files(): Map<string, string> {
  return new Map([
    ['docs/diagnostics/README.md', index()],
    ...rules.map((rule): [string, string] => [pageOf(rule.code), rulePage(rule)]),
    ...Object.keys(syntaxCodes).map((code): [string, string] => [
      pageOf(code),
      syntaxPage(code as SyntaxCode),
    ]),
  ]);
}

const header = '<!-- Made by docs/generate/diagnostics.ts: npm run generate. -->';

function index(): string {
  return `${header}

# Diagnostics

Every problem that \`slapolicy check\` and the editor can report. The codes are stable.
\`slapolicy explain CODE\` shows a page in the terminal.

| code | severity | what is wrong |
|---|---|---|
${rules.map(({ code, severity, title }) => row(code, severity, title)).join('\n')}
${Object.entries(syntaxCodes)
  .map(([code, { title }]) => row(code, 'error', title))
  .join('\n')}
`;
}

function row(code: string, severity: string, title: string): string {
  const file = pageOf(code).slice('docs/diagnostics/'.length);
  return `| [\`${code}\`](${file}) | ${severity} | ${title} |`;
}

function rulePage({ code, title, severity, explain, remedy, failing, passing }: Rule): string {
  return `${header}

# ${title}

\`${code}\` · ${severity}

${explain}

## What is wrong

${example(failing)}

## How to fix it

${remedy}

${example(passing)}
`;
}

function syntaxPage(code: SyntaxCode): string {
  const { title, explain } = syntaxCodes[code];
  return `${header}

# ${title}

\`${code}\` · error

${explain}

The message says what stands there and what to write instead; where there is one obvious edit, the fix makes it.
`;
}

function example(text: string): string {
  return `\`\`\`slapolicy\n${text.replace(/<\||\|>/g, '').trim()}\n\`\`\``;
}
