import { checkPolicies } from '../checkPolicies.ts';
import type { Runner } from '../commands.ts';
import { coverageOf } from '../coverage.ts';
import { worse } from '../exits.ts';
import { failUnusable } from '../failUnusable.ts';
import { junitXml } from '../format/junit.ts';
import { problemsText } from '../format/problemText.ts';
import { scenariosJson } from '../format/scenarioJson.ts';
import { scenariosText } from '../format/scenarioText.ts';
import type { ExitCode } from '../io.ts';
import { openPolicies } from '../openPolicies.ts';
import { runScenarios } from '../runScenarios.ts';
import { scenarioFiles } from '../scenarioFiles.ts';
import { styleFor } from '../terminal/style.ts';

/** Runs the scenarios of policies. */
export const run: Runner<'test'> = async ({ operands, options }, io) => {
  const opened = await openPolicies(operands, io);
  if (typeof opened === 'string') return failUnusable(io, opened);
  const { workspace, uris, nameOf } = opened;
  let exit: ExitCode = opened.unusable.length > 0 ? failUnusable(io, ...opened.unusable) : 0;
  const files = scenarioFiles(workspace, uris);
  const errors = (await checkPolicies(workspace, [...new Set([...uris, ...files])])).filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length > 0) {
    io.stderr.write(problemsText(errors, { ...opened, style: styleFor(io.stderr, io) }));
    exit = failUnusable(io, 'What has errors cannot be tested.');
  }
  const ran = await runScenarios(workspace, files);
  const coverage = coverageOf(ran);
  switch (options.format) {
    case 'json':
      io.stdout.write(`${JSON.stringify(scenariosJson(ran, coverage, nameOf), null, 1)}\n`);
      break;
    case 'junit':
      io.stdout.write(junitXml(ran, coverage, nameOf));
      break;
    case 'text':
      io.stdout.write(scenariosText(ran, coverage, { ...opened, style: styleFor(io.stdout, io) }));
  }
  if (ran.length === 0 && exit === 0) io.stderr.write('slapolicy: There is no scenario to be run.\n');
  const passed = ran.length > 0 && ran.every(({ verdict }) => verdict !== 'failed');
  return worse(exit, passed ? 0 : 1);
};
