import type { Outcome } from '../engine/outcome.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import type { Summary } from '../engine/tally/summary.ts';
import { benchmarkSection } from './benchmarkSection.ts';
import { calendarSection } from './calendarSection.ts';
import { channelSection } from './channelSection.ts';
import { disputeSection } from './disputeSection.ts';
import { type Markup, markup } from './markup.ts';
import { hasPeople, peopleSection } from './peopleSection.ts';
import { permitSection } from './permitSection.ts';
import { policySection } from './policySection.ts';
import { qualitySection } from './qualitySection.ts';
import { recordSection } from './recordSection.ts';
import { remedySection } from './remedySection.ts';
import { rightSection } from './rightSection.ts';
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
  /** What it concerns: a benchmark, a dispute, a right, a permit, a remedy … */
  concerns?: string;
}

/**
 * One HTML page that needs nothing else: for the screen, light or dark, and for A4. The same report gives the same
 * bytes.
 */
export function reportPage(report: Report): string {
  const { engine, generator } = report;
  const { policy } = engine;
  const sections = sectionsOf(report);
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
<nav>${sections.map(({ id, title }) => markup`<a href="#${id}">${title}</a> `)}</nav>
<main>
${sections.map(({ id, title, body }) => markup`<section id="${id}"><h2>${title}</h2>\n${body}</section>\n`)}
</main>
<footer><p>Made by ${generator} from ${policy.id} ${policy.version}. Time zones: ${policy.data.zones}. Public holidays: ${policy.data.holidays}.</p></footer>
</body>
</html>
`;
  return page.html;
}

interface Section {
  id: string;
  title: string;
  body: Markup;
}

/** What there is to say, in the order in which a reviewer reads it. */
function sectionsOf({ engine, scenarios, summary }: Report): Section[] {
  const { policy } = engine;
  const all: (Section | false | undefined)[] = [
    { id: 'benchmarks', title: 'What is promised', body: benchmarkSection(engine) },
    hasPeople(engine) && { id: 'people', title: 'Who does it', body: peopleSection(engine) },
    policy.channels.length > 0 && {
      id: 'channels',
      title: 'How to reach us',
      body: channelSection(engine),
    },
    policy.disputes.length > 0 && {
      id: 'disputes',
      title: 'How disagreements are decided',
      body: disputeSection(engine),
    },
    policy.rights.length > 0 && {
      id: 'rights',
      title: 'What may be done, and until when',
      body: rightSection(engine),
    },
    policy.permits.length > 0 && { id: 'permits', title: 'What needs a permit', body: permitSection(engine) },
    policy.remedies.length + policy.rates.length > 0 && {
      id: 'remedies',
      title: 'What is owed',
      body: remedySection(engine),
    },
    policy.standards.length + policy.metrics.length + policy.reports.length > 0 && {
      id: 'quality',
      title: 'What is measured and reported',
      body: qualitySection(engine),
    },
    policy.records.length > 0 && { id: 'records', title: 'What is kept', body: recordSection(engine) },
    { id: 'calendars', title: 'When the clocks count', body: calendarSection(engine) },
    scenarios.length > 0 && {
      id: 'scenarios',
      title: 'Cases worked through',
      body: scenarioSection(engine, scenarios),
    },
    summary && {
      id: 'tickets',
      title: 'What the tickets come to',
      body: summarySection(engine, summary),
    },
  ];
  return all.filter((section) => section !== false && section !== undefined);
}
