import { type CommandName, type CommandSpec, commandNames, commands, type OptionSpec } from './commands.ts';
import { exitMeanings } from './exits.ts';
import type { ExitCode } from './io.ts';
import type { Style } from './terminal/style.ts';
import { padTo, wrap } from './terminal/width.ts';

/** What `slapolicy --help` shows. */
export function generalHelp(style: Style): string {
  const exits = Object.entries(exitMeanings).map(([code, meaning]) => [code, meaning] as const);
  return [
    'Service levels as policies: written down, checked, simulated and tested.',
    '',
    `${heading(style, 'Usage')} slapolicy COMMAND [OPTIONS]`,
    '',
    heading(style, 'Commands'),
    ...table(
      style,
      commandNames.map((name) => [name, commands[name].summary]),
    ),
    '',
    heading(style, 'Options'),
    ...table(style, [
      ['--help', 'Shows this, or after a command what it takes.'],
      ['--version', 'Shows the version.'],
    ]),
    '',
    heading(style, 'Exit codes'),
    ...table(style, exits),
    '',
    'slapolicy COMMAND --help says more. Colours are used on a terminal only, and never when NO_COLOR is set.',
    '',
  ].join('\n');
}

/** What `slapolicy COMMAND --help` shows. */
export function commandHelp(name: CommandName, style: Style): string {
  const spec: CommandSpec = commands[name];
  const options = Object.entries(spec.options).map(
    ([option, each]) => [optionUsage(option, each), optionText(each)] as const,
  );
  return [
    spec.summary,
    '',
    `${heading(style, 'Usage')} ${usageOf(name)}`,
    ...spec.about.flatMap((paragraph) => ['', ...wrap(paragraph, style.width)]),
    '',
    heading(style, 'Options'),
    ...table(style, [...options, ['--help', 'Shows this.']]),
    '',
    heading(style, 'Exit codes'),
    ...table(style, exitsOf(spec)),
    '',
    heading(style, spec.examples.length === 1 ? 'Example' : 'Examples'),
    ...spec.examples.flatMap(([command, says]) => [`  ${command}`, `      ${style.paint(says, 'dim')}`]),
    '',
  ].join('\n');
}

/** `slapolicy simulate POLICY --tickets FILE [OPTIONS]` */
export function usageOf(name: CommandName): string {
  const spec: CommandSpec = commands[name];
  const options = Object.entries(spec.options);
  const required = options
    .filter(([, { required }]) => required)
    .map(([option, each]) => optionUsage(option, each));
  const rest = options.length > required.length ? ['[OPTIONS]'] : [];
  return ['slapolicy', name, spec.operands, ...required, ...rest].filter(Boolean).join(' ');
}

/** `--format FORMAT`, `--[no-]reasons` */
export function optionUsage(name: string, { value, on }: OptionSpec): string {
  return `--${on ? '[no-]' : ''}${name}${value ? ` ${value}` : ''}`;
}

/** What it does, its choices and what holds without it. */
export function optionText({ says, choices, on, ...option }: OptionSpec): string {
  const notes = [
    choices && choices.length > 1 ? `One of ${choices.join(', ')}.` : '',
    choices?.length === 1 ? `For now only ${choices[0]}.` : '',
    option.default !== undefined && choices?.length !== 1 ? `Without it, ${option.default}.` : '',
    on ? 'On unless turned off.' : '',
    option.required ? 'Required.' : '',
  ];
  return [says, ...notes].filter(Boolean).join(' ');
}

export function exitsOf(spec: CommandSpec): (readonly [string, string])[] {
  return ([0, 1, 2] as ExitCode[]).flatMap((code) => {
    const meaning = spec.exits[code];
    return meaning === undefined ? [] : [[String(code), meaning] as const];
  });
}

function heading(style: Style, text: string): string {
  return style.paint(`${text}:`, 'bold');
}

function table(style: Style, rows: readonly (readonly [string, string])[]): string[] {
  const column = Math.max(...rows.map(([word]) => word.length));
  return rows.flatMap(([word, says]) => {
    const [first = '', ...more] = wrap(says, style.width - column - 4);
    return [
      `  ${style.paint(padTo(word, column), 'cyan')}  ${first}`,
      ...more.map((line) => `${' '.repeat(column + 4)}${line}`),
    ];
  });
}
