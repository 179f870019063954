/** What a finding of a simulation means. */
export interface FindingPage {
  title: string;
  /** Markdown. */
  explain: string;
  remedy: string;
}

const instants =
  'Write instants as `2026-12-24T16:59:00+11:00`, or as a local time of the policy’s zone without an offset.';

/**
 * Every finding that `simulate` can give beside the diagnostics of policies, by its rule: what is wrong with a file of
 * tickets, what is wrong with a ticket, and what the policy has to say about what happened.
 */
export const findingPages: Readonly<Record<string, FindingPage>> = {
  'tickets/not-json': {
    title: 'A ticket that is not JSON',
    explain:
      'The text cannot be read from the place marked on. The other tickets of the file are not touched by it.',
    remedy: 'Write one JSON object a line, or a JSON array of objects.',
  },
  'tickets/not-utf8': {
    title: 'A ticket that is not UTF-8',
    explain: 'Bytes stand here that are no text in UTF-8; names that contain them are damaged.',
    remedy: 'Export the tickets as UTF-8.',
  },
  'tickets/too-long': {
    title: 'A ticket without an end',
    explain:
      'More than 16 MB follow without the end of a ticket. It is left out, so that memory stays small.',
    remedy: 'Look for a quote or a bracket that was never closed, or for line feeds that were lost.',
  },
  'tickets/too-deep': {
    title: 'A ticket nested too deep',
    explain: 'A value is nested so deep that it cannot be walked through.',
    remedy: 'Look at what exported it: fields of tickets are plain values.',
  },
  'tickets/broken-off': {
    title: 'A file of tickets that breaks off',
    explain:
      'The compressed file is damaged or incomplete. What came before is simulated; what came after is lost.',
    remedy: 'Fetch or compress the file again.',
  },
  'ticket/not-a-ticket': {
    title: 'JSON that is no ticket',
    explain: 'A ticket is an object with `id`, `fields` and `events`.',
    remedy: 'Write `{"id": "T-1", "fields": {}, "events": []}`.',
  },
  'ticket/unknown-key': {
    title: 'A key that a ticket does not have',
    explain:
      'Beside `id`, `fields` and `events` nothing is read, and nothing beside `at`, `set` and `id` in a change.',
    remedy: 'Move it into `fields`, or leave it out.',
  },
  'ticket/no-id': {
    title: 'A ticket without an id',
    explain: 'Nobody could tell whose deadline this is.',
    remedy: 'Give every ticket an `id`, a text.',
  },
  'ticket/long-id': {
    title: 'A ticket with an id of more than a thousand characters',
    explain: 'Such an id is a mistake in the export. It is cut, and the ticket is simulated.',
    remedy: 'Use the name by which your help desk knows the ticket.',
  },
  'ticket/bad-fields': {
    title: 'Fields that are no object',
    explain: '`fields` and `set` hold names and values.',
    remedy: 'Write `"fields": {"channel": "email"}`.',
  },
  'ticket/missing-field': {
    title: 'A field that every ticket must have',
    explain:
      'The policy declares the field without `optional` and without a default, so rows may depend on it.',
    remedy: 'Give it a value, or declare it `optional` in the policy.',
  },
  'ticket/unknown-field': {
    title: 'A field that the policy does not know',
    explain: 'It is left out: no row and no condition can depend on it.',
    remedy: 'Declare it in the `ticket` block, correct its name, or leave it out.',
  },
  'ticket/unknown-data': {
    title: 'Data that the event does not have',
    explain: 'It is left out.',
    remedy: 'Declare it in the block of the `event`, correct its name, or leave it out.',
  },
  'ticket/bad-value': {
    title: 'A value outside of its domain',
    explain: 'The field keeps the value it had before, its default or none, and rows are chosen by that.',
    remedy: 'Write one of the values that the message names.',
  },
  'ticket/no-events': {
    title: 'A ticket in which nothing happened',
    explain: 'Without an event no clock starts.',
    remedy: 'Write what happened: `"events": [{"at": "…", "is": "received"}]`.',
  },
  'ticket/bad-entry': {
    title: 'An entry that says nothing',
    explain:
      'An entry is an event, `{"at": "…", "is": "…"}`, or a change of fields, `{"at": "…", "set": {…}}`.',
    remedy: 'Say what happened with `is`, or what changed with `set`.',
  },
  'ticket/unknown-event': {
    title: 'An event that the policy does not know',
    explain: 'It has no effect: it starts, stops and pauses nothing.',
    remedy: 'Declare it with `events`, correct its name, or leave it out.',
  },
  'ticket/bad-instant': {
    title: 'An instant that cannot be read',
    explain: 'The entry is left out, because nobody knows when it happened.',
    remedy: instants,
  },
  'ticket/outside-years': {
    title: 'An instant outside of the compiled years',
    explain: 'Holidays and offsets are compiled for some years only; beyond them any date would be a guess.',
    remedy: 'Correct the instant, or compile the policy for the years in question by its effective dates.',
  },
  'ticket/doubtful-time': {
    title: 'A local time that daylight saving skips or repeats',
    explain: 'One that is skipped is read as that much later, one that is repeated as the first.',
    remedy: 'Write the offset: `2026-10-04T02:30:00+11:00`.',
  },
  'ticket/out-of-order': {
    title: 'Entries that are not in order of time',
    explain:
      'The entry is handled in its place in time. Entries of the same instant are handled in the order written.',
    remedy: 'Sort the entries, or correct the instant.',
  },
  'ticket/before-first-event': {
    title: 'An event before the one with which a case begins',
    explain: 'The policy names the first event with `begins with`; what comes before it starts no clock.',
    remedy: 'Look at the export: the first event may be missing or too late.',
  },
  'ticket/late-event': {
    title: 'An event that arrives too late to be handled',
    explain: 'What lies after it has been handled already, so it has no effect.',
    remedy: 'Hand events over in order of time, or run the ticket from its beginning.',
  },
  'policy/not-in-force': {
    title: 'A case outside of the effective dates',
    explain: 'The version in force at the first event governs a case, and this version is not.',
    remedy: 'Simulate the case with the version that was in force.',
  },
  'role/wrong-role': {
    title: 'Stopped by somebody who may not',
    explain:
      'The benchmark says who may stop its clock. Somebody else did, or nobody is named, so it runs on.',
    remedy: 'Name the person with `by`, give the person the role, or let the benchmark accept others.',
  },
  'benchmark/beyond-years': {
    title: 'A deadline beyond the compiled years',
    explain:
      'No due instant can be given: the years compiled end before it, or the calendar never opens again.',
    remedy: 'Let the policy be in force longer, or shorten the limit.',
  },
  'ladder/too-many': {
    title: 'A rung that never ends',
    explain: 'A rung without a limit has fired so often that it is stopped.',
    remedy: 'Add `up to N times`.',
  },
  'ladder/feedback-loop': {
    title: 'Rungs that set each other off',
    explain:
      'What one rung does fires another at the same instant, and so on without end. The rest is left out.',
    remedy: 'Take the event or the change out of one of them.',
  },
};
