import { nearestWord } from '../../../grammar/nearestWord.ts';
import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';
import { regions } from './regions.ts';

export const regionUnknown: Rule = {
  code: 'region/unknown',
  title: 'A region whose holidays are not known',
  severity: 'error',
  explain:
    'Public holidays are known by country and region, written as codes of ISO 3166: `AU-NSW`, `DE-BY`, ' +
    '`IE`. For this code there is no list of holidays, so every one of them would count as a business ' +
    'day.',
  remedy:
    'Correct the code, name the country alone, or write the holidays out with `closed` and their dates.',
  failing: `
calendar office {
  open   mon..fri 09:00-17:00
  closed holidays <|AU-NWS|>
}
`,
  passing: `
calendar office {
  open   mon..fri 09:00-17:00
  closed holidays AU-NSW
}
`,
  run: inDeclarations(['calendar'], (declaration, { report }) => {
    for (const clause of declaration.clauses) {
      if (clause.kind !== 'closed' || clause.closing.kind !== 'holidays') continue;
      const { region } = clause.closing;
      if (regions.has(region.text)) continue;
      const near = nearestRegion(region.text);
      report(
        region,
        `No public holidays are known for \`${region.text}\`.${near ? ` Did you mean \`${near}\`?` : ''}`,
        near === undefined
          ? undefined
          : {
              fix: {
                title: `Write \`${near}\``,
                edits: [{ start: region.start, end: region.end, text: near }],
              },
            },
      );
    }
  }),
};

function nearestRegion(code: string): string | undefined {
  const near = nearestWord(
    code,
    [...regions].map((region) => region.toLowerCase()),
  );
  return near && [...regions].find((region) => region.toLowerCase() === near);
}
