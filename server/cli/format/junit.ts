import type { Coverage, Covered } from '../coverage.ts';
import type { JudgedExpectation, RanScenario } from '../runScenarios.ts';

/** Scenarios as JUnit XML, as pipelines read it: a suite a file, a case a scenario. */
export function junitXml(
  ran: readonly RanScenario[],
  coverage: readonly Coverage[],
  nameOf: (uri: string) => string,
): string {
  const files = [...new Set(ran.map(({ scenario }) => scenario.uri))];
  const suites = files.map((uri) =>
    suite(
      nameOf(uri),
      ran.filter(({ scenario }) => scenario.uri === uri),
      coverage,
    ),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="slapolicy"${counts(ran)}>`,
    ...suites.flat(),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(file: string, ran: readonly RanScenario[], coverage: readonly Coverage[]): string[] {
  const policies = new Set(ran.map(({ engine }) => engine.policy.id));
  return [
    `  <testsuite name="${xml(file)}"${counts(ran)}>`,
    ...properties(coverage.filter(({ policy }) => policies.has(policy))),
    ...ran.flatMap((each) => testCase(file, each)),
    '  </testsuite>',
  ];
}

function counts(ran: readonly RanScenario[]): string {
  const count = (wanted: RanScenario['verdict']): number =>
    ran.filter(({ verdict }) => verdict === wanted).length;
  return ` tests="${ran.length}" failures="${count('failed')}" errors="0" skipped="${count('not judged')}" time="0"`;
}

function properties(coverage: readonly Coverage[]): string[] {
  const share = ({ reached, total }: Covered): string => `${reached}/${total}`;
  return [
    '    <properties>',
    ...coverage.flatMap(({ policy, rows, rungs, steps }) => [
      `      <property name="${xml(`${policy}: rows reached`)}" value="${share(rows)}"/>`,
      `      <property name="${xml(`${policy}: rungs reached`)}" value="${share(rungs)}"/>`,
      `      <property name="${xml(`${policy}: steps reached`)}" value="${share(steps)}"/>`,
    ]),
    '    </properties>',
  ];
}

function testCase(file: string, { scenario, engine, verdict, expectations }: RanScenario): string[] {
  const { title, source } = scenario;
  const open = `    <testcase classname="${xml(engine.policy.id)}" name="${xml(title)}" file="${xml(file)}" line="${source.line}" time="0"`;
  if (verdict === 'passed') return [`${open}/>`];
  if (verdict === 'not judged') {
    const message = 'It expects only what is not run.';
    return [`${open}>`, `      <skipped message="${message}"/>`, '    </testcase>'];
  }
  const failed = expectations.filter((each) => each.verdict === 'failed');
  return [`${open}>`, ...failed.map((each) => failure(file, each)), '    </testcase>'];
}

function failure(file: string, { expected, actual, expectation }: JudgedExpectation): string {
  const { line, column } = expectation.source;
  const detail = `${file}:${line}:${column}\n- ${expected}\n+ ${actual}`;
  return `      <failure type="expectation" message="${xml(`expected ${expected}`)}">${xml(detail)}</failure>`;
}

/** Text for XML 1.0; characters that it cannot hold at all are left out. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
