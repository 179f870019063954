import { nearestWord } from '../../../grammar/nearestWord.ts';
import type { HoldingDef, PersonDef, RoleDef } from '../../engine/policy/people.ts';
import { parseDate } from '../../engine/time/localDate.ts';
import { positionAt, type TextSource } from '../../model/document.ts';
import { placeIn, type RosterFile } from '../../model/program.ts';
import { type CompileCode, problemOf } from '../problems.ts';
import { futureMessage, isAfterPolicy, lackedBy, lackMessage } from '../qualified.ts';
import type { Compilation } from '../scope.ts';
import { readRoster } from './readRoster.ts';
import type { Placed, RosterHolding, RosterRow } from './rosterRow.ts';

/** So many problems of one roster are told; whoever exports it makes the same mistake in every row. */
const mostProblems = 50;

type Report = (code: CompileCode, place: { start: number; end: number }, message: string) => void;

/**
 * The people of a roster, in the order in which they first stand there. What is wrong with a row is a problem at the
 * `people` clause that shows the place in the roster; everybody else goes on.
 */
export function compileRoster(
  compilation: Compilation,
  file: RosterFile,
  roles: readonly RoleDef[],
  others: readonly PersonDef[],
): PersonDef[] {
  const { source } = file;
  // That it cannot be read is a check of its own.
  if (!source) return [];
  const reporter = createReporter(compilation, file, source);
  const { report } = reporter;
  const { rows, problems } = readRoster(source.text);
  for (const { code, message, ...place } of problems) report(code, place, message);
  const taken = new Map<string, string>([
    ...roles.map(({ id }) => [id, 'a role'] as const),
    ...compilation.program
      .symbols('automation')
      .map(({ definition }) => [definition.name, 'an automation'] as const),
    ...others.map(({ name }) => [name, 'a person declared elsewhere'] as const),
  ]);
  const people = new Map<string, PersonDef & { role: Map<string, Placed> }>();
  for (const row of rows) {
    const { name } = row;
    const owner = taken.get(name.text);
    if (owner !== undefined) {
      report('roster/duplicate', name, `\`${name.text}\` is ${owner} already, so this row is left out.`);
      continue;
    }
    const person = people.get(name.text) ?? {
      name: name.text,
      roles: [],
      holds: [],
      source: compilation.sources.addIn(source, name),
      role: new Map(),
    };
    const isNew = !people.has(name.text);
    people.set(name.text, person);
    const added = addRow(person, row, compilation, source, roles, report);
    if (!isNew && !added)
      report('roster/duplicate', name, `This row says nothing of \`${name.text}\` that is not said above.`);
  }
  const found = [...people.values()].map(({ role: places, ...person }) => {
    for (const [id, place] of places)
      for (const { what, name } of lackedBy(person, roles.find((each) => each.id === id)!))
        report('person/lacks', place, lackMessage(person.name, id, what, name));
    return person;
  });
  reporter.end();
  return found;
}

/** Gives whether the row said something new. */
function addRow(
  person: PersonDef & { role: Map<string, Placed> },
  row: RosterRow,
  compilation: Compilation,
  source: TextSource,
  roles: readonly RoleDef[],
  report: Report,
): boolean {
  let added = false;
  for (const role of row.roles) {
    if (!roles.some(({ id }) => id === role.text)) {
      const near = nearestWord(
        role.text,
        roles.map(({ id }) => id),
      );
      const advice = near ? `Did you mean \`${near}\`?` : 'Declare it, or correct the row.';
      report('roster/unknown-role', role, `\`${role.text}\` is no role of the policy. ${advice}`);
    } else if (!person.roles.includes(role.text)) {
      person.roles.push(role.text);
      person.role.set(role.text, role);
      added = true;
    }
  }
  for (const holding of row.holds) {
    const def = holdingDef(holding, compilation, source, report);
    if (!def || person.holds.some((each) => isSame(each, def))) continue;
    person.holds.push(def);
    added = true;
  }
  return added;
}

/** Undefined where its date is none: a certificate of an unknown day would count for ever. */
function holdingDef(
  { what, name, since }: RosterHolding,
  compilation: Compilation,
  source: TextSource,
  report: Report,
): HoldingDef | undefined {
  if (since && (!/^\d{4}-\d{2}-\d{2}$/.test(since.text) || parseDate(since.text) === undefined)) {
    const message = `\`${since.text}\` is no date. Write the day on which it was given as 2026-03-01; without one it is left out.`;
    report('roster/bad-row', since, message);
    return undefined;
  }
  if (since && isAfterPolicy(compilation, since.text))
    report('person/future-certificate', since, futureMessage(compilation, since.text));
  return {
    what,
    name: name.text,
    ...(since && { since: since.text }),
    source: compilation.sources.addIn(source, name),
  };
}

function isSame(a: HoldingDef, b: HoldingDef): boolean {
  return a.what === b.what && a.name === b.name && a.since === b.since;
}

/** Tells the first problems, and then how many there were. */
function createReporter(
  { problems }: Compilation,
  { declaration, document, placed }: RosterFile,
  source: TextSource,
): { report: Report; end(): void } {
  const place = placeIn(placed, declaration.path);
  const name = declaration.path.value;
  let count = 0;
  let last: CompileCode = 'roster/bad-row';
  return {
    report: (code, { start, end }, message) => {
      last = code;
      if (++count > mostProblems) return;
      const { line, character } = positionAt(source, start);
      const problem = problemOf(
        code,
        `${name}:${line + 1}:${character + 1}: ${message}`,
        document.uri,
        place,
      );
      problems.push({ ...problem, related: [{ message: 'It stands here.', uri: source.uri, start, end }] });
    },
    end: () => {
      const more = count - mostProblems;
      if (more > 0)
        problems.push(problemOf(last, `${name}: ${more} more rows have problems.`, document.uri, place));
    },
  };
}
