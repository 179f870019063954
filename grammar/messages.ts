import type { Node } from './ast.ts';
import { weekdayWords } from './keywords.ts';
import { nearestWord } from './nearestWord.ts';
import type { SyntaxProblem } from './tree.ts';

/**
 * Every syntax error: its code, which is stable for ever, what it is called, and why the language is like that. The
 * wording of a single occurrence stands in the functions below; nothing else in the project words a syntax error.
 */
export const syntaxCodes = {
  'syntax/unknown-character': {
    title: 'A character that means nothing here',
    explain:
      'Outside of quotes and comments the language knows letters, digits, `-`, and the signs { } ( ) , . .. < = + - * / and ->.',
  },
  'syntax/typographic-quote': {
    title: 'A typographic quote',
    explain: 'Texts stand in straight quotes, as a keyboard types them: "like this".',
  },
  'syntax/unclosed-text': {
    title: 'A text without its closing quote',
    explain: 'A text ends with its line at the latest; a line break inside it is written \\n.',
  },
  'syntax/unclosed-name': {
    title: 'A name without its closing backtick',
    explain: 'A name in backticks ends with its line at the latest.',
  },
  'syntax/unclosed-comment': {
    title: 'A comment without its end',
    explain:
      'A comment that begins with /* ends with */. Until then only its own line is taken for a comment.',
  },
  'syntax/unknown-escape': {
    title: 'An unknown escape',
    explain: 'In a text only \\", \\\\ and \\n are known.',
  },
  'syntax/name-case': {
    title: 'A name that is not in kebab-case',
    explain:
      'Names are small letters and digits, joined by hyphens: `monthly-fee`. What begins with a capital is a code: AUD, Australia/Sydney.',
  },
  'syntax/operator-blanks': {
    title: 'An operator without blanks around it',
    explain: 'A hyphen may be part of a name, so an operator stands between blanks: `fee - discount`.',
  },
  'syntax/no-such-date': {
    title: 'A day that is not in the calendar',
    explain: 'Dates are written year-month-day, 2026-07-01, and must exist.',
  },
  'syntax/no-such-time': {
    title: 'A time that is not on the clock',
    explain: 'Times are written 09:00 to 23:59; the end of a day may be written 24:00.',
  },
  'syntax/no-offset': {
    title: 'An instant without its offset',
    explain:
      'With a T the offset from UTC is part of the instant, 2026-12-24T16:59+11:00; without one write the date and the time with a blank between them.',
  },
  'syntax/reserved-name': {
    title: 'A name that collides with a word of the language',
    explain: 'A word that begins a clause, a declaration, or connects, is a name only in backticks.',
  },
  'syntax/name-expected': { title: 'A name is missing', explain: 'Something must be named here.' },
  'syntax/word-expected': {
    title: 'A word or a sign is missing',
    explain: 'A clause has its parts in a fixed order.',
  },
  'syntax/value-expected': {
    title: 'A value is missing',
    explain: 'A value of a certain kind must stand here: a duration, a date, an amount, a text.',
  },
  'syntax/condition-expected': {
    title: 'A condition is missing',
    explain: 'A condition compares something, or is a `yes or no` field or a state by itself.',
  },
  'syntax/moment-expected': {
    title: 'A moment is missing',
    explain:
      'A moment is an event, a date, `breach of BENCHMARK`, or a duration before or after one of these.',
  },
  'syntax/amount-expected': {
    title: 'An amount is missing',
    explain: 'An amount is a value, a field, or a computation with them.',
  },
  'syntax/thousands': {
    title: 'A number with separators',
    explain: 'Numbers are written without separators, and with a point before the fraction: 1250.50.',
  },
  'syntax/nested-list': {
    title: 'A list inside a list',
    explain: 'Where one list would go on inside another, parentheses say which items belong to which.',
  },
  'syntax/too-deep': {
    title: 'Too many levels',
    explain:
      'Parentheses and moments may stand inside each other up to a depth that nobody can read any more.',
  },
  'syntax/too-long': {
    title: 'A declaration too long to read',
    explain: 'Most likely this is not a policy, or a brace is missing far above.',
  },
  'syntax/clause-end': {
    title: 'More than the clause can hold',
    explain: 'A clause ends where its parts do; a list goes on only after a comma.',
  },
  'syntax/unknown-clause': {
    title: 'A word that begins no clause',
    explain: 'Every block knows its own clauses.',
  },
  'syntax/unknown-declaration': {
    title: 'A word that begins no declaration',
    explain: 'A file is a row of declarations, and each begins with its word.',
  },
  'syntax/missing-open-brace': {
    title: 'A block without its opening brace',
    explain: 'The clauses of a declaration stand in braces.',
  },
  'syntax/unclosed-block': {
    title: 'A block without its closing brace',
    explain:
      'A block ends with }. Where a declaration follows at the start of a line, it is taken to have ended before.',
  },
  'syntax/not-formatted': {
    title: 'A text that could not be formatted',
    explain:
      'The formatter checks that it changed nothing but blanks, and leaves the text alone where it would have.',
  },
  'syntax/stray-brace': {
    title: 'A closing brace too many',
    explain: 'No block is open here.',
  },
} as const;
export type SyntaxCode = keyof typeof syntaxCodes;

export interface Problem extends SyntaxProblem {
  readonly code: SyntaxCode;
}

type Fix = NonNullable<SyntaxProblem['fix']>;
type Related = NonNullable<SyntaxProblem['related']>;

function problem(
  code: SyntaxCode,
  place: Node,
  message: string,
  more: { fix?: Fix; related?: Related } = {},
): Problem {
  return { start: place.start, end: place.end, code, message, ...more };
}

function replace(place: Node, title: string, text: string): Fix {
  return { start: place.start, end: place.end, title, text };
}

/** What the lexer finds. */
export const lexical = {
  nameCase(start: number, image: string): Problem {
    const place = { start, end: start + image.length };
    const kebab = kebabCase(image);
    return problem(
      'syntax/name-case',
      place,
      kebab === ''
        ? 'A name in backticks cannot be empty.'
        : `Names are written in small letters with hyphens: \`${kebab}\`.`,
      kebab === '' ? {} : { fix: replace(place, `Write \`${kebab}\``, kebab) },
    );
  },

  noSuchDate(place: Node, written: string): Problem {
    return problem(
      'syntax/no-such-date',
      place,
      `There is no day ${written}; dates are written year-month-day.`,
    );
  },

  dateDigits(place: Node, padded: string): Problem {
    return problem('syntax/no-such-date', place, `Write the month and the day with two digits: ${padded}.`, {
      fix: replace(place, `Write ${padded}`, padded),
    });
  },

  noSuchTime(place: Node, time: string): Problem {
    return problem('syntax/no-such-time', place, `There is no time ${time}; times go from 00:00 to 24:00.`);
  },

  timeDigits(place: Node, padded: string): Problem {
    return problem('syntax/no-such-time', place, `Write the hour with two digits: ${padded}.`, {
      fix: replace(place, `Write ${padded}`, padded),
    });
  },

  noSuchOffset(place: Node, offset: string): Problem {
    return problem('syntax/no-such-time', place, `There is no offset ${offset} from UTC.`);
  },

  noOffset(place: Node, instant: string, local: string): Problem {
    return problem(
      'syntax/no-offset',
      place,
      `An instant needs its offset, ${instant}+10:00 or ${instant}Z; a local time is written ${local}.`,
      { fix: replace(place, 'Write it as a local time', local) },
    );
  },

  operatorBlanks(offset: number, text: string, before: boolean, after: boolean): Problem {
    const place = { start: offset, end: offset + 1 };
    const sign = text[offset] as string;
    return problem('syntax/operator-blanks', place, `Put a blank on either side of \`${sign}\`.`, {
      fix: replace(place, 'Add the blanks', `${before ? '' : ' '}${sign}${after ? '' : ' '}`),
    });
  },

  unclosedComment(start: number, end: number): Problem {
    return problem(
      'syntax/unclosed-comment',
      { start, end },
      'This comment has no end: write `*/` where it stops. Only this line is taken for a comment.',
      { fix: { start: end, end, title: 'End the comment here', text: ' */' } },
    );
  },

  unclosedText(start: number, end: number): Problem {
    return problem(
      'syntax/unclosed-text',
      { start, end },
      'This text has no closing quote on its line. A line break inside a text is written `\\n`.',
      { fix: { start: end, end, title: 'Close the text here', text: '"' } },
    );
  },

  unclosedName(start: number, end: number): Problem {
    return problem('syntax/unclosed-name', { start, end }, 'This name has no closing backtick on its line.', {
      fix: { start: end, end, title: 'Close the name here', text: '`' },
    });
  },

  unknownEscape(start: number, escaped: string): Problem {
    const place = { start, end: start + 1 + escaped.length };
    return problem(
      'syntax/unknown-escape',
      place,
      'Only `\\"`, `\\\\` and `\\n` are known in a text; write a backslash itself as `\\\\`.',
      { fix: replace(place, 'Write the backslash itself', `\\\\${escaped}`) },
    );
  },

  typographicQuote(start: number, end: number, inner: string): Problem {
    const place = { start, end };
    const text = `"${inner.replaceAll('\\', '\\\\')}"`;
    return problem('syntax/typographic-quote', place, 'Texts stand in straight quotes: "…".', {
      fix: replace(place, 'Use straight quotes', text),
    });
  },

  unknownCharacter(start: number, end: number, image: string): Problem {
    const place = { start, end };
    if (/[\0-\x08\x0e-\x1f\ufffd]/.test(image)) {
      return problem(
        'syntax/unknown-character',
        place,
        'This is not text in UTF-8. Save the file as UTF-8, or open the right one.',
      );
    }
    const instead = substitutes.get(image);
    if (instead !== undefined) {
      return problem('syntax/unknown-character', place, `Write \`${instead}\` instead of ${image}.`, {
        fix: replace(place, `Write \`${instead}\``, instead),
      });
    }
    return problem(
      'syntax/unknown-character',
      place,
      `${quote(image)} means nothing here. Texts stand in quotes, comments begin with \`//\`.`,
    );
  },
} as const;

const substitutes: ReadonlyMap<string, string> = new Map([
  ['→', '->'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['×', '*'],
  ['÷', '/'],
  ['…', '..'],
  ['>', 'more than'],
  ['≥', 'at least'],
  ['≤', 'at most'],
]);

/** How a name would be written in the language's own way. */
export function kebabCase(image: string): string {
  return image
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{N}]+|-+$/gu, '');
}

function quote(image: string): string {
  return `\`${image.length > 40 ? `${image.slice(0, 40)}…` : image}\``;
}

export interface Expected {
  readonly code: SyntaxCode;
  readonly what: string;
  /** The words that may stand here. */
  readonly words?: readonly string[];
}

/** What may be missing, in the language's words. */
const parts = {
  declaration: { code: 'syntax/unknown-declaration', what: 'a declaration' },
  name: { code: 'syntax/name-expected', what: 'a name' },
  condition: { code: 'syntax/condition-expected', what: 'a condition' },
  moment: { code: 'syntax/moment-expected', what: 'a moment, such as an event or a date,' },
  deadline: { code: 'syntax/moment-expected', what: 'a duration or a moment' },
  operand: { code: 'syntax/amount-expected', what: 'a condition or an amount' },
  clause: { code: 'syntax/unknown-clause', what: 'a clause' },
  amount: { code: 'syntax/amount-expected', what: 'a value, a field or an amount' },
  comparison: { code: 'syntax/condition-expected', what: 'a comparison' },
  fieldType: {
    code: 'syntax/value-expected',
    what: 'the type of the field, such as `one of`, `yes or no`, `money` or `date`,',
  },
  unit: { code: 'syntax/value-expected', what: 'a unit, such as `days` or `business hours`,' },
  window: { code: 'syntax/value-expected', what: '`month`, `quarter`, `half-year` or `year`' },
  days: { code: 'syntax/value-expected', what: 'a day of the week or a date' },
  closing: { code: 'syntax/value-expected', what: '`holidays`, `every` or a date' },
  bound: { code: 'syntax/word-expected', what: '`at least`, `at most`, `more than` or `less than`' },
  close: { code: 'syntax/value-expected', what: '`close` or a time' },
  row: { code: 'syntax/word-expected', what: '`when` or `otherwise`' },
  reopening: { code: 'syntax/word-expected', what: '`resumes` or `starts a new run`' },
  action: { code: 'syntax/word-expected', what: 'an action, `notify`, `assign`, `raise`, `set` or `emit`,' },
  target: { code: 'syntax/word-expected', what: '`ends as` or a step' },
  accrual: { code: 'syntax/word-expected', what: '`day late`, `day since`, or another measure' },
  tier: { code: 'syntax/word-expected', what: '`for the first` or `after that`' },
  permitNot: { code: 'syntax/word-expected', what: '`after` or `while`' },
  hours: { code: 'syntax/name-expected', what: 'a calendar or `always`' },
  subject: { code: 'syntax/name-expected', what: 'the name of what is expected' },
  plainValue: { code: 'syntax/value-expected', what: 'a value' },
  credential: { code: 'syntax/word-expected', what: '`certificate` or `skill`' },
  redaction: { code: 'syntax/word-expected', what: '`after` and how long, or how long after what,' },
  fact: {
    code: 'syntax/word-expected',
    what: 'what is expected, such as `met`, `breached`, `due` or an amount,',
  },
  when: { code: 'syntax/value-expected', what: 'a date with its time' },
  event: { code: 'syntax/name-expected', what: 'an event or `set`' },
  rateValue: { code: 'syntax/value-expected', what: 'a value' },
} as const satisfies Record<string, Expected>;
export type Part = keyof typeof parts;

export const expectations = {
  name: { code: 'syntax/name-expected', what: 'a name' } as Expected,

  part(part: string | undefined, types: readonly (TokenName | undefined)[] = []): Expected {
    const words = types.flatMap((type) => wordOf(type) ?? []);
    return { ...(parts[(part ?? 'clause') as Part] ?? parts.clause), words };
  },

  token(type: TokenName): Expected {
    const what = type.LABEL ?? type.name;
    const word = wordOf(type);
    if (type.name === 'Name') return expectations.name;
    if (word !== undefined) return { code: 'syntax/word-expected', what, words: [word] };
    return { code: what.startsWith('`') ? 'syntax/word-expected' : 'syntax/value-expected', what };
  },
} as const;

/** What a message needs to know of a token type. */
interface TokenName {
  readonly name: string;
  readonly LABEL?: string;
}

function wordOf(type: TokenName | undefined): string | undefined {
  return type?.name.startsWith('word ') ? type.name.slice(5) : undefined;
}

/** What the parser finds. */
export const grammatical = {
  /** `block` is undefined where declarations begin. */
  reservedName(place: Node, name: string, connecting: boolean, block: string | undefined): Problem {
    const own = block === undefined ? 'begins a declaration' : `begins a clause of ${withArticle(block)}`;
    return problem(
      'syntax/reserved-name',
      place,
      `\`${name}\` ${connecting ? 'is a word of the language' : own}, so as a name it is written in backticks.`,
      { fix: replace(place, `Write \`${name}\` in backticks`, `\`${name}\``) },
    );
  },

  codeForName(place: Node, code: string): Problem {
    const kebab = kebabCase(code);
    return problem(
      'syntax/name-case',
      place,
      `Names begin with a small letter: \`${kebab}\`. A capital begins a code, such as AUD.`,
      { fix: replace(place, `Write \`${kebab}\``, kebab) },
    );
  },

  /** `found` is undefined where the line or the block ends instead. */
  missing(expected: Expected, place: Node, behind: string | undefined, found: string | undefined): Problem {
    const { code, what, words = [] } = expected;
    if (found === undefined) {
      const fix = behind === ',' ? { fix: replace(place, 'Remove the comma', '') } : {};
      return problem(
        code,
        place,
        `${capitalised(what)} is missing${behind === undefined ? '' : ` after ${quote(behind)}`}.`,
        fix,
      );
    }
    const meant = nearestWord(found, words);
    if (meant === undefined)
      return problem(code, place, `${capitalised(what)} belongs here, not ${quote(found)}.`);
    return problem(
      code,
      place,
      `${capitalised(what)} belongs here, not ${quote(found)}. Did you mean \`${meant}\`?`,
      {
        fix: replace(place, `Write \`${meant}\``, meant),
      },
    );
  },

  /** The same problem, with the clause as it should read. */
  inClause(found: Problem, syntax: string | undefined): Problem {
    return syntax === undefined || syntax.length > 120
      ? found
      : { ...found, message: `${found.message} The clause reads \`${syntax}\`.` };
  },

  notCondition(place: Node): Problem {
    return problem(
      'syntax/condition-expected',
      place,
      'This is not a condition: compare it with something, as in `priority is urgent` or `score at least 8`.',
    );
  },

  notDuration(place: Node): Problem {
    return problem(
      'syntax/value-expected',
      place,
      'A duration is needed here, such as `24 hours`, or the name of one.',
    );
  },

  notWeekday(place: Node, name: string): Problem {
    const range = /^([a-z]+)-([a-z]+)$/.exec(name);
    const days = (range === null ? [name] : [range[1] ?? '', range[2] ?? '']).map((day) => day.slice(0, 3));
    if (days.every((day) => Object.hasOwn(weekdayWords, day))) {
      const meant = days.join('..');
      return problem('syntax/value-expected', place, `Days of the week are written \`${meant}\`.`, {
        fix: replace(place, `Write \`${meant}\``, meant),
      });
    }
    return problem(
      'syntax/value-expected',
      place,
      'This is not a day of the week: write mon, tue, wed, thu, fri, sat or sun.',
    );
  },

  notMonth(place: Node): Problem {
    return problem('syntax/value-expected', place, 'This is not a month: write January to December.');
  },

  notMoment(place: Node): Problem {
    return problem(
      'syntax/moment-expected',
      place,
      'This is not a moment: name an event or a date, or say `… after` or `… before` one.',
    );
  },

  notAmount(place: Node): Problem {
    return problem(
      'syntax/amount-expected',
      place,
      'This is not an amount: a value, a field or a computation is needed.',
    );
  },

  nestedList(place: Node): Problem {
    return problem(
      'syntax/nested-list',
      place,
      'A list inside a list stands in parentheses, so that it is plain which items are whose.',
    );
  },

  tooDeep(place: Node): Problem {
    return problem(
      'syntax/too-deep',
      place,
      'This stands inside too many others. Name the parts, or say it in several clauses.',
    );
  },

  tooLong(place: Node): Problem {
    return problem(
      'syntax/too-long',
      place,
      'The declaration is not read beyond this point: it is too long, or broken in too many places.',
    );
  },

  thousands(place: Node, plain: string): Problem {
    return problem('syntax/thousands', place, `Numbers are written without separators: ${plain}.`, {
      fix: replace(place, `Write ${plain}`, plain),
    });
  },

  clauseEnd(place: Node, found: string, suggestion: string | undefined): Problem {
    return problem(
      'syntax/clause-end',
      place,
      suggestion === undefined
        ? `The clause ends before ${quote(found)}.`
        : `The clause ends before ${quote(found)}. Did you mean \`${suggestion}\`?`,
      suggestion === undefined ? {} : { fix: replace(place, `Write \`${suggestion}\``, suggestion) },
    );
  },

  missingComma(place: Node, found: string, at: number): Problem {
    return problem(
      'syntax/clause-end',
      place,
      `A list goes on only after a comma: put one before ${quote(found)}.`,
      {
        fix: { start: at, end: at, title: 'Add the comma', text: ',' },
      },
    );
  },

  unknownClause(
    place: Node,
    found: string,
    block: string,
    suggestion: string | undefined,
    known: readonly string[],
  ): Problem {
    if (suggestion !== undefined) {
      return problem(
        'syntax/unknown-clause',
        place,
        `${quote(found)} begins no clause of ${withArticle(block)}. Did you mean \`${suggestion}\`?`,
        { fix: replace(place, `Write \`${suggestion}\``, suggestion) },
      );
    }
    const clauses = known.map((word) => `\`${word}\``).join(', ');
    const message =
      known.length === 0
        ? `A field begins with its name, not with ${quote(found)}.`
        : `${quote(found)} begins no clause of ${withArticle(block)}. It knows ${clauses}.`;
    return problem('syntax/unknown-clause', place, message);
  },

  unknownDeclaration(place: Node, found: string, suggestion: string | undefined): Problem {
    return problem(
      'syntax/unknown-declaration',
      place,
      suggestion === undefined
        ? `${quote(found)} begins no declaration. A file is a row of declarations, such as \`policy\`, \`benchmark\` or \`scenario\`.`
        : `${quote(found)} begins no declaration. Did you mean \`${suggestion}\`?`,
      suggestion === undefined ? {} : { fix: replace(place, `Write \`${suggestion}\``, suggestion) },
    );
  },

  missingOpenBrace(place: Node, at: number, word: string): Problem {
    return problem(
      'syntax/missing-open-brace',
      place,
      `The clauses of ${withArticle(word)} stand in braces: put \`{\` before them.`,
      {
        fix: { start: at, end: at, title: 'Add the `{`', text: ' {' },
      },
    );
  },

  unclosedBlock(place: Node, open: Node, word: string): Problem {
    return problem(
      'syntax/unclosed-block',
      place,
      `The ${word} is not closed: \`}\` is missing after this.`,
      {
        related: { start: open.start, end: open.end, message: 'This brace was never closed.' },
        fix: { start: place.end, end: place.end, title: 'Add the `}`', text: '\n}' },
      },
    );
  },

  notFormatted(place: Node): Problem {
    return problem(
      'syntax/not-formatted',
      place,
      'The text was left as it is: formatting it would have changed more than blanks. Please report this.',
    );
  },

  strayBrace(place: Node): Problem {
    return problem('syntax/stray-brace', place, 'No block is open here: there is a `}` too many.', {
      fix: replace(place, 'Remove the `}`', ''),
    });
  },
} as const;

/** `a benchmark`, `an event` */
function withArticle(word: string): string {
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}

function capitalised(text: string): string {
  return text.startsWith('`') ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
