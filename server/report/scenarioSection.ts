import type { Outcome } from '../engine/outcome.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { dayWords, timeWords } from '../engine/simulation/words.ts';
import { dayLength } from '../engine/time/localDate.ts';
import { type Instant, localOfInstant } from '../engine/time/zone.ts';
import { type Explained, explainedIn } from './explained.ts';
import { type Markup, markup } from './markup.ts';
import type { ReportedExpectation, ReportedScenario } from './reportPage.ts';
import { type TimelineItem, timelineOf } from './timeline.ts';
import { timelineSvg } from './timelineSvg.ts';

const signs = { held: '✓', failed: '✗', 'not judged': '–' } as const;

/** Every scenario: what was expected, its clocks as bars, its history and the reasons. */
export function scenarioSection(engine: Engine, scenarios: readonly ReportedScenario[]): Markup {
  return markup`${scenarios.map((scenario) => article(engine, scenario))}`;
}

function article(
  engine: Engine,
  { title, verdict, ticket, outcome, expectations }: ReportedScenario,
): Markup {
  const timeline = timelineOf(engine, ticket, outcome);
  return markup`<article class="scenario">
<h3>${title} <span class="verdict ${className(verdict)}">${verdict}</span></h3>
${expectationList(expectations)}
${timelineSvg(engine, timeline)}
<table class="history">${historyRows(engine, timeline.items)}</table>
${explained(outcome, expectations).map(reasonList)}
</article>
`;
}

/** What something is expected of, or all. */
function explained(outcome: Outcome, expectations: readonly ReportedExpectation[]): Explained[] {
  const all = explainedIn(outcome);
  const expected = all.filter(({ id }) => expectations.some(({ concerns }) => concerns === id));
  return expected.length > 0 ? expected : all;
}

function expectationList(expectations: readonly ReportedExpectation[]): Markup {
  return markup`<ul class="expectations">${expectations.map(
    ({ verdict, expected, actual }) =>
      markup`<li class="${className(verdict)}"><span class="sign">${signs[verdict]}</span> ${expected}${
        verdict !== 'held' && markup` <em>${verdict === 'failed' ? 'but ' : ''}${actual}</em>`
      }</li>`,
  )}</ul>`;
}

/** Each day is named once. */
function historyRows(engine: Engine, items: readonly TimelineItem[]): Markup {
  let day = '';
  return markup`${items.map(({ at, kind, text }) => {
    const place = placeInTime(engine, at);
    const first = place.day !== day;
    day = place.day;
    return markup`<tr class="${className(kind)}"><td>${first && place.day}</td><td>${place.time}</td><td>${text}</td></tr>
`;
  })}`;
}

function placeInTime(engine: Engine, at: Instant): { day: string; time: string } {
  const local = localOfInstant(engine.zone, at);
  const day = Math.floor(local / dayLength);
  const time = local - day * dayLength;
  return { day: dayWords(day), time: time === dayLength - 1 ? 'end of day' : timeWords(time) };
}

function reasonList({ title, because }: Explained): Markup {
  return markup`<details><summary>Why ${title}</summary>
<ol>${because.map(({ text, cites }) => markup`<li>${text}${cites !== undefined && markup` <cite>${cites}</cite>`}</li>`)}</ol></details>
`;
}

function className(words: string): string {
  return words.replaceAll(' ', '-');
}
