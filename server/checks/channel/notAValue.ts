import { channelFieldOf, found, leftOpen, nearestName } from '../../model/queries.ts';
import { inDeclarations, type Rule } from '../rule.ts';

export const channelNotAValue: Rule = {
  code: 'channel/not-a-value',
  title: 'A channel on which no case can be',
  severity: 'warning',
  explain:
    'A field of the ticket says on which channel a case is: the one called `channel`, else the only one that has all ' +
    'channels among its values. This channel is not one of its values, so no case ever comes there, and nothing that is ' +
    'said of it is ever used.',
  remedy: 'Add it to the values of the field, or correct its name.',
  failing: `
ticket { channel one of phone, email }
channel <|telephone|> { hours always  free }
`,
  passing: `
ticket { channel one of phone, email }
channel phone { hours always  free }
`,
  run: inDeclarations(['channel'], ({ name }, { ask, report }) => {
    if (ask(leftOpen, 'field')) return;
    const field = ask(channelFieldOf, '');
    if (field === '') {
      report(
        name,
        'No field of the ticket says on which channel a case is. Declare one: `channel one of …` with the channels as its values.',
      );
      return;
    }
    if (ask(found.value, `${field}.${name.text}`)) return;
    const near = ask(nearestName, `value ${field} ${name.text}`);
    report(
      name,
      `\`${name.text}\` is no value of \`${field}\`, so no case ever comes there. ${near === '' ? 'Add it to its values, or correct the name.' : `Did you mean \`${near}\`?`}`,
      near === ''
        ? undefined
        : { fix: { title: `Write \`${near}\``, edits: [{ start: name.start, end: name.end, text: near }] } },
    );
  }),
};
