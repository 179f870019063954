import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { matchesGolden } from '../support/golden.ts';
import { inProcess, wordsOf } from './inProcess.ts';

const folder = 'test/cli/goldens';

/**
 * Each folder is a case: `command.txt` holds command lines, run in that folder, and `output.txt` what they print and
 * their exit codes. `< FILE` at the end of a command gives it standard input.
 */
describe('command lines', () => {
  for (const name of readdirSync(folder).sort()) {
    it(name, async () => {
      const cwd = `${folder}/${name}`;
      const commands = readFileSync(`${cwd}/command.txt`, 'utf8').trim().split('\n');
      const outputs: string[] = [];
      for (const command of commands) outputs.push(await output(command, cwd));
      matchesGolden(`${cwd}/output.txt`, outputs.join('\n'));
    });
  }
});

async function output(command: string, cwd: string): Promise<string> {
  const [line = '', input] = command.split(/ < /);
  const stdin = input !== undefined && existsSync(`${cwd}/${input}`) ? readFileSync(`${cwd}/${input}`) : '';
  const [, ...argv] = wordsOf(line);
  const { exit, stdout, stderr } = await inProcess(argv, { cwd, stdin });
  const parts = [
    `$ ${command}`,
    stdout.trimEnd(),
    stderr && `(standard error)\n${stderr.trimEnd()}`,
    `(exit ${exit})`,
  ];
  return `${parts.filter(Boolean).join('\n')}\n`;
}
