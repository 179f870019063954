import { syntaxCodes } from '../../grammar/messages.ts';
import { rules } from '../checks/rules.ts';
import { compileRules } from '../compile/problems.ts';
import type { Severity } from '../model/problem.ts';
import { findingPages } from './findingPages.ts';

/** What there is to say about a code. */
export interface CodePage {
  code: string;
  title: string;
  severity: Severity | 'finding';
  /** Markdown, as the rest. */
  explain: string;
  remedy?: string;
  /** With `<|…|>` around what is underlined. */
  failing?: string;
  passing?: string;
}

/** Every code of a policy's problems and every rule of a simulation's findings, in alphabetical order. */
export const codePages: ReadonlyMap<string, CodePage> = new Map(
  [...findings(), ...syntaxPages(), ...compileRules, ...rules.map(({ run: _, ...page }) => page)]
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

function findings(): CodePage[] {
  return Object.entries(findingPages).map(([code, page]) => ({ code, severity: 'finding', ...page }));
}
