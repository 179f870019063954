const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The tables of `checked-by-hand.md`: by incident, its runs as `clock | run | due | verdict | late from`, with instants
 * as outcomes write them. São Paulo is three hours behind UTC where a cell says nothing else.
 */
export function checkedByHand(text: string): Map<string, string[]> {
  const incidents = new Map<string, string[]>();
  for (const section of text.split(/^## /m).slice(1)) {
    const id = section.slice(0, section.indexOf(':'));
    const [, table = ''] = section.split('|---|---|---|---|---|\n');
    const rows = table
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.split('|').map((cell) => cell.trim()));
    incidents.set(
      id,
      rows.map(([, clock, run, due = '', verdict, late = '']) =>
        [clock, run, instantOf(due), verdict, instantOf(late)].join(' | '),
      ),
    );
  }
  return incidents;
}

/** `Tue 1 Mar 2016, 13:55` or `Wed 19 Oct 2016, end of day (-02:00)`. */
function instantOf(words: string): string {
  const found = /^\w+ (\d+) (\w+) (\d+), (end of day|\d\d:\d\d)(?: \((-\d\d:\d\d)\))?$/.exec(words);
  if (!found) return 'none';
  const [, day = '', month = '', year, time, offset = '-03:00'] = found;
  const number = String(months.indexOf(month) + 1).padStart(2, '0');
  const clock = time === 'end of day' ? '23:59:59.999' : `${time}:00.000`;
  return `${year}-${number}-${day.padStart(2, '0')}T${clock}${offset}`;
}
