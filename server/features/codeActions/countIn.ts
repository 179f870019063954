import { clausesOf } from '../../../grammar/keywords.ts';
import type { Fix } from '../../model/problem.ts';
import { addClause } from './addClause.ts';
import type { Fixing, QuickFix } from './fixing.ts';
import { clauseAtEnd, insertion } from './insertions.ts';

/** Names a calendar, here or for the whole policy; where there is none yet, it also declares one to be corrected. */
export const countIn: QuickFix = (fixing) => {
  const calendars = fixing.program.symbols('calendar').map(({ definition }) => definition.name);
  if (calendars.length === 0) return declareCalendar(fixing);
  return [...new Set(calendars)].flatMap((name) => [
    ...here(fixing, `Count in \`${name}\` here`, name),
    ...everywhere(fixing, `Count in \`${name}\` wherever no calendar is named`, name),
  ]);
};

function here(fixing: Fixing, title: string, name: string): Fix[] {
  const { declaration } = fixing;
  if (!declaration || !clausesOf(declaration.kind).counts) return [];
  return addClause(fixing, `counts ${name}`, title);
}

function everywhere({ program }: Fixing, title: string, name: string): Fix[] {
  const policy = program.declarations('policy')[0];
  const edit = policy && clauseAtEnd(policy.document, policy.placed, policy.declaration, `counts ${name}`);
  return edit ? [{ title, edits: [edit] }] : [];
}

function declareCalendar(fixing: Fixing): Fix[] {
  const policy = fixing.program.declarations('policy')[0];
  if (!policy) return [];
  const [fix] = everywhere(fixing, '', 'office');
  if (!fix) return [];
  const { document, placed, declaration } = policy;
  const calendar = '\n\ncalendar office {\n  open mon..fri 09:00-17:00\n}';
  return [
    {
      title:
        'Declare the calendar `office`, Monday to Friday from 9 to 5 (set the right hours), and count in it',
      edits: [...fix.edits, insertion(document, placed.offset + declaration.end, calendar)],
    },
  ];
}
