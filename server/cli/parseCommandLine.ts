import { parseArgs } from 'node:util';
import { nearestWord } from '../../grammar/nearestWord.ts';
import { type Arguments, type CommandName, type CommandSpec, commandNames, commands } from './commands.ts';

export type CommandLine =
  | { ask: 'run'; command: CommandName; given: Arguments }
  /** Without a command, for all of them. */
  | { ask: 'help'; command?: CommandName }
  | { ask: 'version' }
  | { ask: 'wrong'; message: string; command?: CommandName };

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];
type Values = Record<string, string | boolean | undefined>;

/** Reads a command line by the table of commands. Whatever is not in the table is refused, with what was probably meant. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const [first, ...rest] = argv;
  if (first === undefined) return { ask: 'wrong', message: 'A command is missing.' };
  if (first === '--help' || first === '-h') return { ask: 'help' };
  if (first === '--version' || first === '-V') return { ask: 'version' };
  if (first === 'help') return parseHelp(rest);
  if (first.startsWith('-')) return wrong(`The command comes first; ${first} is not one.`);
  if (!isCommand(first)) return unknownCommand(first);
  return parseCommand(first, rest);
}

function parseHelp(rest: readonly string[]): CommandLine {
  const [name] = rest;
  if (name === undefined) return { ask: 'help' };
  return isCommand(name) ? { ask: 'help', command: name } : unknownCommand(name);
}

function parseCommand(command: CommandName, argv: readonly string[]): CommandLine {
  const spec: CommandSpec = commands[command];
  const { tokens } = parseArgs({
    args: [...argv],
    options: { ...optionTypes(spec), help: { type: 'boolean', short: 'h' } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help'))
    return { ask: 'help', command };
  const operands: string[] = [];
  const values: Values = {};
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const message = takeOption(spec, token, values);
    if (message) return wrong(message, command);
  }
  const message = missingOption(spec, values) ?? miscounted(command, spec, operands);
  if (message) return wrong(message, command);
  return { ask: 'run', command, given: { operands, options: withDefaults(spec, values) } };
}

function optionTypes(spec: CommandSpec): Record<string, { type: 'string' | 'boolean' }> {
  return Object.fromEntries(
    Object.entries(spec.options).flatMap(([name, option]) => {
      const type = { type: option.value === undefined ? ('boolean' as const) : ('string' as const) };
      return option.on ? [[name, type] as const, [`no-${name}`, type] as const] : [[name, type] as const];
    }),
  );
}

/** Puts an option's value into `values`; gives what is wrong with it. */
function takeOption(
  spec: CommandSpec,
  token: Extract<Token, { kind: 'option' }>,
  values: Values,
): string | undefined {
  const { rawName, value } = token;
  const turnedOff = token.name.startsWith('no-') ? token.name.slice(3) : undefined;
  const off = turnedOff !== undefined && optionOf(spec, turnedOff)?.on === true;
  const name = off ? turnedOff : token.name;
  const option = rawName.startsWith('--') ? optionOf(spec, name) : undefined;
  if (!option) return unknownOption(spec, rawName);
  if (name in values) return `${rawName} is given twice.`;
  if (option.value === undefined) {
    if (value !== undefined) return `${rawName} takes no value.`;
    values[name] = !off;
    return undefined;
  }
  if (value === undefined || (value.startsWith('-') && value !== '-' && !token.inlineValue))
    return `${rawName} needs a value: ${rawName} ${option.value}.`;
  if (value === '') return `${rawName} has an empty value.`;
  if (option.choices && !option.choices.includes(value)) {
    const meant = nearestWord(value, option.choices);
    return `${rawName} is ${listOf(option.choices)}, not “${value}”.${meant ? ` Did you mean ${meant}?` : ''}`;
  }
  values[name] = value;
  return undefined;
}

function optionOf(spec: CommandSpec, name: string): CommandSpec['options'][string] | undefined {
  return Object.hasOwn(spec.options, name) ? spec.options[name] : undefined;
}

function unknownOption(spec: CommandSpec, rawName: string): string {
  const known = [...Object.keys(spec.options), 'help'];
  const meant = nearestWord(rawName.replace(/^-+/, ''), known);
  return `There is no option ${rawName}.${meant ? ` Did you mean --${meant}?` : ` There is ${listOf(known.map((name) => `--${name}`))}.`}`;
}

function missingOption(spec: CommandSpec, values: Values): string | undefined {
  const missing = Object.entries(spec.options).find(([name, option]) => option.required && !(name in values));
  if (!missing) return undefined;
  const [name, { value, says }] = missing;
  return `--${name}${value ? ` ${value}` : ''} is missing. ${says}`;
}

function miscounted(
  command: CommandName,
  spec: CommandSpec,
  operands: readonly string[],
): string | undefined {
  const [least, most] = spec.count;
  if (operands.includes('')) return 'An empty text names no file.';
  if (operands.length < least) return `${command} needs ${spec.operands.replace('…', '')}.`;
  if (operands.length > most) return `${command} does not know what to do with “${operands[most]}”.`;
  return undefined;
}

function withDefaults(spec: CommandSpec, values: Values): Arguments['options'] {
  return Object.fromEntries(
    Object.entries(spec.options).map(([name, option]) => [
      name,
      values[name] ?? (option.value === undefined ? option.on === true : option.default),
    ]),
  ) as Arguments['options'];
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function unknownCommand(name: string): CommandLine {
  const meant = nearestWord(name, commandNames);
  return wrong(
    `There is no command “${name}”.${meant ? ` Did you mean ${meant}?` : ` There is ${listOf(commandNames)}.`}`,
  );
}

function wrong(message: string, command?: CommandName): CommandLine {
  return { ask: 'wrong', message, command };
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
