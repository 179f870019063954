import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type CommandSpec, commandNames, commands } from '../../server/cli/commands.ts';
import { parseCommandLine } from '../../server/cli/parseCommandLine.ts';
import { inProcess, wordsOf } from './inProcess.ts';

const read: [line: string, given: object][] = [
  ['check a b', { operands: ['a', 'b'], options: { format: 'text', severity: 'hint', strict: false } }],
  [
    'check --format=json a --strict',
    { operands: ['a'], options: { format: 'json', severity: 'hint', strict: true } },
  ],
  ['check -- --odd', { operands: ['--odd'], options: { format: 'text', severity: 'hint', strict: false } }],
  [
    'simulate p --tickets - --no-reasons',
    {
      operands: ['p'],
      options: { tickets: '-', 'as-of': undefined, format: 'text', jobs: '1', reasons: false },
    },
  ],
  [
    'simulate - --tickets t --reasons --as-of=-1',
    { operands: ['-'], options: { tickets: 't', 'as-of': '-1', format: 'text', jobs: '1', reasons: true } },
  ],
  ['explain', { operands: [], options: {} }],
  ['lsp --stdio', { operands: [], options: { stdio: true } }],
];

describe('command line', () => {
  for (const [line, given] of read) {
    it(line, () => {
      const command = parseCommandLine(wordsOf(line));
      assert.deepEqual(command.ask === 'run' ? command.given : command, given);
    });
  }

  for (const name of commandNames) {
    it(`${name} --help says everything in its table`, async () => {
      const { exit, stdout } = await inProcess([name, '--help']);
      assert.equal(exit, 0);
      const spec: CommandSpec = commands[name];
      const words = [spec.summary, spec.operands, ...spec.examples.map(([command]) => command)];
      for (const [option, { choices = [] }] of Object.entries(spec.options)) words.push(option, ...choices);
      for (const word of words) assert.ok(stdout.includes(word), word);
    });

    it(`${name} uses every option that it takes`, () => {
      const text = readFileSync(`server/cli/commands/${name}.ts`, 'utf8');
      for (const option of Object.keys(commands[name].options)) {
        if (option === 'stdio') continue;
        assert.match(text, new RegExp(`options(\\.${option}\\b|\\['${option}'\\])`), option);
      }
    });
  }

  it('shows the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.equal((await inProcess(['--version'])).stdout, `${version}\n`);
  });
});
