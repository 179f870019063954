import type { Outcome } from '../engine/outcome.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import type { Summary } from '../engine/simulation/summary.ts';
import { benchmarkSection } from './benchmarkSection.ts';
import { calendarSection } from './calendarSection.ts';
import { type Markup, markup } from './markup.ts';
import { policySection } from './policySection.ts';
import { scenarioSection } from './scenarioSection.ts';
import { styleSheet } from './styleSheet.ts';
import { summarySection } from './summarySection.ts';

/** What a page for reviewers is made of. */
export interface Report {
  engine: Engine;
  scenarios: readonly ReportedScenario[];
  /** Of a file of tickets. */
  summary?: Summary;
  /** `slapolicy 0.1.0` */
  generator: string;
}

export interface ReportedScenario {
  title: string;
  verdict: 'passed' | 'failed' | 'not judged';
  /** As parsed JSON. */
  ticket: unknown;
  /** With reasons. */
  outcome: Outcome;
  expectations: readonly ReportedExpectation[];
}

export interface ReportedExpectation {
  verdict: 'held' | 'failed' | 'not judged';
  expected: string;
  actual: string;
  /** The benchmark that it concerns. */
  benchmark?: string;
}

/**
 * One HTML page that needs nothing else: for the screen, light or dark, and for A4. The same report gives the same
 * bytes.
 */
export function reportPage(report: Report): string {
  const { engine, scenarios, summary, generator } = report;
  const { policy } = engine;
  const title = policy.title ?? policy.id;
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${generator}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}, ${policy.version}</title>
<style>${styleSheet}</style>
</head>
<body>
${policySection(report)}
${contents(report)}
<main>
${section('benchmarks', 'What is promised', benchmarkSection(engine))}
${section('calendars', 'When the clocks count', calendarSection(engine))}
${scenarios.length > 0 && section('scenarios', 'Cases worked through', scenarioSection(engine, scenarios))}
${summary && section('tickets', 'What the tickets come to', summarySection(engine, summary))}
</main>
<footer><p>Made by ${generator} from ${policy.id} ${policy.version}. Time zones: ${policy.data.zones}. Public holidays: ${policy.data.holidays}.</p></footer>
</body>
</html>
`;
  return page.html;
}

function contents({ scenarios, summary }: Report): Markup {
  return markup`<nav><a href="#benchmarks">What is promised</a> <a href="#calendars">When the clocks count</a>${
    scenarios.length > 0 && markup` <a href="#scenarios">Cases worked through</a>`
  }${summary && markup` <a href="#tickets">What the tickets come to</a>`}</nav>`;
}

function section(id: string, title: string, body: Markup): Markup {
  return markup`<section id="${id}"><h2>${title}</h2>
${body}</section>`;
}
