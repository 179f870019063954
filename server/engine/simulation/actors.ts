import { counts, type Standing, standingsOf } from '../people/qualification.ts';
import type { PersonDef, RoleDef } from '../policy/people.ts';
import type { Context } from './context.ts';
import type { LoadedBenchmark, MomentRole } from './engine.ts';
import type { EventEntry } from './entries.ts';
import type { LoadedAutomation, LoadedPermission } from './loadConduct.ts';
import { isLive } from './run.ts';
import type { State } from './state.ts';
import { instantWords } from './words.ts';

/** Parties that act without being declared. */
const parties: ReadonlySet<string> = new Set(['customer', 'provider', 'regulator']);

/** Says when an event comes from somebody unknown, or from a bot that may not cause it. */
export function judgeActor(context: Context, entry: EventEntry): void {
  const { engine, state } = context;
  const { by } = entry;
  if (by === undefined || entry.emitted) return;
  const { automations, people, roles } = engine.conduct;
  const bot = automations.get(by);
  if (bot) {
    judgeBot(context, bot, entry);
    return;
  }
  // Where no people are declared, any name is as good as another.
  if (people.size === 0 || people.has(by) || roles.has(by) || parties.has(by)) return;
  state.findings.push({
    rule: 'role/unknown-person',
    at: entry.at,
    message: `${by} is no person, role or automation of the policy: this ${entry.event} stops no clock that asks for a role.`,
    path: [...entry.path, 'by'],
  });
}

/** Whether whoever caused an event may do to a clock what the event does to it; says why not. */
export function mayPlay(
  context: Context,
  benchmark: LoadedBenchmark,
  role: MomentRole,
  entry: EventEntry,
): boolean {
  if (entry.emitted || !ending.has(role)) return true;
  const bot = entry.by === undefined ? undefined : context.engine.conduct.automations.get(entry.by);
  // That it may not is said once, of the event.
  if (bot && !isPermitted(bot, context.state, entry.event)) return false;
  return role !== 'until' || !benchmark.by || isAsked(context, benchmark, benchmark.by, entry);
}

/** What ends a clock, or a period of it. */
const ending: ReadonlySet<MomentRole> = new Set(['until', 'expects', 'cancels']);

/** Whether a bot may cause an event, by the fields as they are now. */
export function isPermitted({ may, mayNot }: LoadedAutomation, state: State, event: string): boolean {
  const names = ({ def }: LoadedPermission): boolean => def.events.includes(event);
  const holds = ({ when }: LoadedPermission): boolean => !when || when(state);
  const forbidden = mayNot.filter(names);
  if (forbidden.some(holds)) return false;
  // What is forbidden in some cases is allowed in all others.
  return may.length === 0 || forbidden.length > 0 || may.some((each) => names(each) && holds(each));
}

function judgeBot(context: Context, bot: LoadedAutomation, entry: EventEntry): void {
  const { state } = context;
  const { id, cites, discloses, may, source } = bot.def;
  const { event, at, path } = entry;
  state.bots ??= {};
  const known = state.bots[id] ?? { acted: false, disclosed: false };
  state.bots[id] = known;
  if (discloses?.with === event) known.disclosed = true;
  else if (discloses?.with !== undefined && !known.disclosed && !known.acted) {
    state.findings.push({
      rule: 'automation/undisclosed',
      at,
      message: `${id} does not say that it is no person before its ${event}: ${discloses.text}.`,
      path: [...path, 'by'],
      source: discloses.source,
      ...(cites !== undefined && { cites }),
    });
  }
  known.acted = true;
  if (discloses?.with === event || isPermitted(bot, state, event)) return;
  const broken = bot.mayNot.find(
    ({ def, when }) => def.events.includes(event) && (!when || when(state)),
  )?.def;
  const why = broken?.text ?? may.map(({ text }) => text).join('; ');
  state.findings.push({
    rule: 'automation/may-not',
    at,
    message: `${id} may not cause ${event}, so it stops no clock: ${why}.`,
    path: [...path, 'by'],
    source: broken?.source ?? may[0]?.source ?? source,
    ...(cites !== undefined && { cites }),
  });
}

/** Whether one of those did it who may stop the clock. A lapsed certificate does not change that, and is a finding. */
function isAsked(
  context: Context,
  benchmark: LoadedBenchmark,
  asked: ReadonlySet<string>,
  entry: EventEntry,
): boolean {
  const { engine, state } = context;
  const { by } = entry;
  if (by !== undefined && asked.has(by)) return true;
  const person = by === undefined ? undefined : engine.conduct.people.get(by);
  const roles = person?.roles.filter((role) => asked.has(role)) ?? [];
  const isHeard = state.benchmarks[benchmark.index]!.runs.some(
    (run) => isLive(run) && run.applies && run.start <= entry.at,
  );
  if (person && roles.length > 0) {
    if (isHeard) judgeQualification(context, benchmark, entry, person, roles);
    return true;
  }
  if (isHeard)
    state.findings.push({
      rule: 'role/wrong-role',
      at: entry.at,
      message: `${entry.event} by ${by ?? 'nobody named'} does not stop ${benchmark.def.id}, which asks for ${[...asked].join(' or ')}.`,
      path: entry.path,
      source: benchmark.def.fromSource,
      ...(benchmark.def.cites !== undefined && { cites: benchmark.def.cites }),
    });
  return false;
}

/** One role for which the person is qualified is enough. */
function judgeQualification(
  { engine, state }: Context,
  benchmark: LoadedBenchmark,
  entry: EventEntry,
  person: PersonDef,
  names: readonly string[],
): void {
  const { conduct, zone } = engine;
  let first: { role: RoleDef; lacks: Standing[] } | undefined;
  for (const name of names) {
    const role = conduct.roles.get(name);
    if (!role) return;
    const lacks = standingsOf(person, role, entry.at, conduct.countingOf).filter((each) => !counts(each));
    if (lacks.length === 0) return;
    first ??= { role, lacks };
  }
  for (const { requirement, status, until, holding } of first?.lacks ?? []) {
    const { what, name, text, source } = requirement;
    const why =
      status === 'lapsed' && until !== undefined
        ? `lapsed at ${instantWords(zone, until)}`
        : status === 'future'
          ? `was given only on ${holding?.since}`
          : 'is missing';
    state.findings.push({
      rule: status === 'lapsed' ? 'role/lapsed-certificate' : `role/missing-${what}`,
      at: entry.at,
      message: `${entry.event} by ${person.name} stops ${benchmark.def.id}, but the ${what} ${name} ${why}: ${first!.role.id} requires ${text}.`,
      path: [...entry.path, 'by'],
      source,
      ...(first!.role.cites !== undefined && { cites: first!.role.cites }),
    });
  }
}
