import type { Condition, Declaration, Moment, Node, When } from '../../../grammar/ast.ts';

/** Rows that are tried in order, of which the first that fits holds. */
export interface RowGroup {
  readonly rows: readonly Row[];
  /** What holds in every case in which a row is looked for. */
  readonly domain: readonly Condition[];
  /** The events that have happened in every such case. */
  readonly happened: readonly string[];
  /** Whether a case that no row fits is left without a deadline. */
  readonly mustCover: boolean;
  /** What the rows belong to, in words. */
  readonly of: string;
}

export interface Row extends Node {
  readonly when?: When;
}

/** All groups of rows of a declaration. */
export function rowGroups(declaration: Declaration): RowGroup[] {
  switch (declaration.kind) {
    case 'benchmark': {
      const { clauses } = declaration;
      const from = clauses.find((clause) => clause.kind === 'from');
      const about = {
        domain: clauses.flatMap((clause) => (clause.kind === 'applies' ? [clause.condition] : [])),
        happened: from ? eventIn(from.from) : [],
        of: `\`${declaration.name.text}\``,
      };
      return [
        { rows: clauses.filter((clause) => clause.kind === 'within'), mustCover: true, ...about },
        { rows: clauses.filter((clause) => clause.kind === 'counts'), mustCover: false, ...about },
      ];
    }
    case 'dispute': {
      const { clauses } = declaration;
      const opens = clauses.find((clause) => clause.kind === 'opens');
      const about = {
        domain: opens?.when ? [opens.when] : [],
        happened: opens ? eventIn(opens.on) : [],
      };
      const name = declaration.name.text;
      return [
        {
          rows: clauses.filter((clause) => clause.kind === 'counts'),
          mustCover: false,
          of: `\`${name}\``,
          ...about,
        },
        ...clauses.flatMap((step): RowGroup[] => {
          if (step.kind !== 'step') return [];
          const own = { ...about, domain: [], of: `the step \`${step.name.text}\`` };
          return [
            { rows: step.clauses.filter((clause) => clause.kind === 'within'), mustCover: true, ...own },
            { rows: step.clauses.filter((clause) => clause.kind === 'counts'), mustCover: false, ...own },
          ];
        }),
      ];
    }
    default:
      return [];
  }
}

function eventIn(moment: Moment): string[] {
  return moment.kind === 'name' ? [moment.text] : [];
}
