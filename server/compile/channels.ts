import type * as ast from '../../grammar/ast.ts';
import type { ChannelDef } from '../engine/policy/channel.ts';
import type { Declared, Program } from '../model/program.ts';
import { channelFieldOf } from '../model/queries.ts';
import { compileAmount } from './amounts.ts';
import { textAfterWord, wholeText } from './clauses.ts';
import { ofKind } from './ofKind.ts';
import { type Compilation, scopeOf, sourceOf, useCalendar } from './scope.ts';

/** Ways to reach the provider, in the order of the files. */
export function compileChannels(compilation: Compilation): ChannelDef[] {
  return compilation.program.declarations('channel').map((declared) => compileChannel(compilation, declared));
}

/** The field of the ticket that says on which channel a case is. */
export function compileChannelField(program: Program): { channelField?: string } {
  const field = program.recall.ask(channelFieldOf, '');
  return field === '' ? {} : { channelField: field };
}

function compileChannel(compilation: Compilation, declared: Declared<ast.ChannelDeclaration>): ChannelDef {
  const { name, clauses } = declared.declaration;
  const scope = scopeOf(compilation, declared, undefined);
  const [cites] = ofKind(clauses, 'cites');
  const hours = ofKind(clauses, 'hours')[0]?.calendar;
  const [costs] = ofKind(clauses, 'costs');
  const [accessible] = ofKind(clauses, 'accessible');
  return {
    id: name.text,
    ...(cites && { cites: cites.citation.value }),
    ...(hours && {
      hours: hours === 'always' ? hours : { calendar: useCalendar(scope, hours.text)! },
    }),
    free: ofKind(clauses, 'free').length > 0,
    ...(costs && {
      costs: {
        amount: compileAmount(scope, costs.amount),
        text: textAfterWord(scope, costs),
      },
    }),
    accessibleBy: accessible?.by.map((each) => each.text) ?? [],
    handsOver: clauses.flatMap((clause) =>
      clause.kind === 'hands' && clause.to
        ? [
            {
              to: clause.to.text,
              keeping: clause.keeping.map((each) => each.text),
              text: wholeText(scope, clause),
              source: sourceOf(scope, clause),
            },
          ]
        : [],
    ),
    source: sourceOf(scope, name),
  };
}
