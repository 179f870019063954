import { textMateGrammar } from '../../grammar/textmate.ts';

/** The colours of the language, from its table of words. */
export function files(): Map<string, string> {
  return new Map([['grammar/slapolicy.tmLanguage.json', `${JSON.stringify(textMateGrammar(), null, 2)}\n`]]);
}
