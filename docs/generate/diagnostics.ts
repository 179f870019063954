import { type SyntaxCode, syntaxCodes } from '../../grammar/messages.ts';
import { check } from '../../server/checks/check.ts';
import { pageOf } from '../../server/checks/pageOf.ts';
import type { Rule } from '../../server/checks/rule.ts';
import { rules } from '../../server/checks/rules.ts';
import { createWorkspace } from '../../server/model/workspace.ts';

/** One page for each diagnostic, from the table of rules and the table of syntax errors, and an index of all. */
export function files(): Map<string, string> {
  return new Map([
    ['docs/diagnostics/README.md', index()],
    ...rules.map((rule): [string, string] => [pageOf(rule.code), rulePage(rule)]),
    ...syntaxEntries.map(([code, entry]): [string, string] => [pageOf(code), syntaxPage(code, entry)]),
  ]);
}

const header = '<!-- Made by docs/generate/diagnostics.ts: npm run generate. -->';
const syntaxEntries = Object.entries(syntaxCodes);

function index(): string {
  return `${header}

# Diagnostics

Every problem that \`slapolicy check\` and the editor can report. The codes are stable for ever;
\`slapolicy explain CODE\` shows a page in the terminal.

| code | severity | what is wrong |
|---|---|---|
${rules.map(({ code, severity, title }) => row(code, severity, title)).join('\n')}
${syntaxEntries.map(([code, { title }]) => row(code, 'error', title)).join('\n')}
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

${messages(code, failing)}

## How to fix it

${remedy}

${example(passing)}
`;
}

function syntaxPage(code: string, { title, explain }: (typeof syntaxCodes)[SyntaxCode]): string {
  return `${header}

# ${title}

\`${code}\` · error

${explain}

The message says what stands there and what to write instead; where there is one obvious edit, the fix makes it.
`;
}

function example(text: string): string {
  return `\`\`\`slapolicy\n${unmarked(text)}\n\`\`\``;
}

/** What is said about the example, each thing once. */
function messages(code: string, marked: string): string {
  const uri = 'file:///example.slapolicy';
  const text = unmarked(marked);
  const workspace = createWorkspace({ read: (asked) => (asked === uri ? text : undefined) });
  const found = check(workspace, uri).filter((problem) => problem.code === code);
  return [...new Set(found.map(({ message }) => `> ${message}`))].join('\n>\n');
}

function unmarked(text: string): string {
  return text.replace(/<\||\|>/g, '').trim();
}
