import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inProcess, wordsOf } from './cli/inProcess.ts';
import { matchesGolden } from './support/golden.ts';

const folder = 'test/promises';

/** What is run where a case has no `command.txt`. */
const usual = 'slapolicy test policy.slapolicy\nslapolicy simulate policy.slapolicy --tickets tickets.ndjson';

/**
 * Each folder is a topic, each folder in it a case that a lawyer can read: a policy with its scenarios, tickets, and what
 * comes of them. `command.txt` holds other command lines, run in that folder.
 */
describe('promises', () => {
  for (const topic of readdirSync(folder).sort()) {
    describe(topic, () => {
      for (const name of readdirSync(`${folder}/${topic}`).sort()) {
        it(name, async () => {
          const cwd = `${folder}/${topic}/${name}`;
          const own = `${cwd}/command.txt`;
          const commands = existsSync(own) ? readFileSync(own, 'utf8').trim() : usual;
          const outputs: string[] = [];
          for (const command of commands.split('\n')) outputs.push(await output(command, cwd));
          matchesGolden(`${cwd}/outcome.txt`, outputs.join('\n'));
        });
      }
    });
  }
});

async function output(command: string, cwd: string): Promise<string> {
  const [, ...argv] = wordsOf(command);
  const { exit, stdout, stderr } = await inProcess(argv, { cwd });
  const parts = [
    `$ ${command}`,
    stdout.replaceAll('\r\n', '\n').trimEnd(),
    stderr && `(standard error)\n${stderr.trimEnd()}`,
    `(exit ${exit})`,
  ];
  return `${parts.filter(Boolean).join('\n')}\n`;
}
