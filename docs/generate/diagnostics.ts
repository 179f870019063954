import { type SyntaxCode, syntaxCodes } from '../../grammar/messages.ts';
import { check } from '../../server/checks/check.ts';
import { pageOf } from '../../server/checks/pageOf.ts';
import type { Rule } from '../../server/checks/rule.ts';
import { rules } from '../../server/checks/rules.ts';
import { compile } from '../../server/compile/compile.ts';
import type { HolidayProvider } from '../../server/compile/holidays.ts';
import { loadHolidays } from '../../server/compile/loadHolidays.ts';
import { type CompileRule, compileRules } from '../../server/compile/problems.ts';
import { createWorkspace } from '../../server/model/workspace.ts';

/** One page for each diagnostic, from the table of rules and the table of syntax errors, and an index of all. */
export async function files(): Promise<Map<string, string>> {
  const holidays = await loadHolidays();
  return new Map([
    ['docs/diagnostics/README.md', index()],
    ...rules.map((rule): [string, string] => [pageOf(rule.code), rulePage(rule, holidays)]),
    ...compileRules.map((rule): [string, string] => [pageOf(rule.code), compilePage(rule)]),
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
${[...rules, ...compileRules].map(({ code, severity, title }) => row(code, severity, title)).join('\n')}
${syntaxEntries.map(([code, { title }]) => row(code, 'error', title)).join('\n')}
`;
}

function row(code: string, severity: string, title: string): string {
  const file = pageOf(code).slice('docs/diagnostics/'.length);
  return `| [\`${code}\`](${file}) | ${severity} | ${title} |`;
}

function rulePage(rule: Rule, holidays: HolidayProvider): string {
  const { code, title, severity, explain, remedy, failing, passing } = rule;
  return `${header}

# ${title}

\`${code}\` · ${severity}

${explain}

## What is wrong

${example(failing)}

${messages(code, failing, holidays)}

## How to fix it

${remedy}

${example(passing)}
`;
}

function compilePage({ code, title, severity, explain, remedy }: CompileRule): string {
  return `${header}

# ${title}

\`${code}\` · ${severity}, found when a policy is compiled

${explain}

## How to fix it

${remedy}
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
function messages(code: string, marked: string, holidays: HolidayProvider): string {
  const uri = 'file:///example.slapolicy';
  const text = unmarked(marked);
  const workspace = createWorkspace({ read: (asked) => (asked === uri ? text : undefined) });
  const found = check(workspace, uri, { compile: (program) => compile(program, { holidays }) }).filter(
    (problem) => problem.code === code,
  );
  return [...new Set(found.map(({ message }) => `> ${message}`))].join('\n>\n');
}

function unmarked(text: string): string {
  return text.replace(/<\||\|>/g, '').trim();
}
