import { syntaxCodes } from '../../grammar/messages.ts';
import { rules } from '../checks/rules.ts';
import { compileRules } from '../compile/problems.ts';
import type { Severity } from '../model/problem.ts';

/** What there is to say about a code. */
export interface CodePage {
  code: string;
  title: string;
  severity: Severity;
  /** Markdown, as the rest. */
  explain: string;
  remedy?: string;
  /** With `<|…|>` around what is underlined. */
  failing?: string;
  passing?: string;
}

/** Every code that a policy's problems can have, by code, in alphabetical order. */
export const codePages: ReadonlyMap<string, CodePage> = new Map(
  [...syntaxPages(), ...compileRules, ...rules.map(({ run: _, ...page }) => page)]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((page) => [page.code, page]),
);

function syntaxPages(): CodePage[] {
  return Object.entries(syntaxCodes).map(([code, { title, explain }]) => ({
    code,
    title,
    severity: 'error',
    explain,
  }));
}
