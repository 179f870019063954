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
    remedy: 'Simulate the case with the version that was in force: several versions may be given together.',
  },
  'versions/other-policy': {
    title: 'Different policies given together',
    explain: 'Of the versions of one policy, one governs a ticket. Which of two policies does, nothing says.',
    remedy: 'Run different policies one after the other; give versions of a policy the same name.',
  },
  'versions/same-name': {
    title: 'Two versions of the same name',
    explain:
      'What happens to a ticket is named by the version, so nobody could tell which one a deadline comes from.',
    remedy: 'Give each version a `version` of its own.',
  },
  'versions/undecided': {
    title: 'Two versions that come into force at the same time',
    explain: 'The version in force at the first event governs a ticket, and here there are two of them.',
    remedy: 'Give them different first days with `effective`, or leave one of them out.',
  },
  'versions/overlap': {
    title: 'Two versions in force at the same time',
    explain: 'The one that comes into force later governs the tickets that begin from then on.',
    remedy: 'Let the earlier one end, with `until`, on the day before the later one begins.',
  },
  'versions/gap': {
    title: 'A time without a version',
    explain: 'A ticket that begins then has no deadlines and is left out.',
    remedy: 'Give the version that was in force then too, or correct the `effective` dates.',
  },
  'tally/breaches-left-out': {
    title: 'More breaches than are kept',
    explain:
      'A remedy comes due when breaches repeat, for example three of one account within 90 days. The latest thousand breaches ' +
      'of an account are kept; earlier ones were left out, so repetitions among them are not in the summary.',
    remedy:
      'Sum up a shorter time, or look at what `per` names: it may be one account that stands for many customers.',
  },
  'standard/incomplete-reply': {
    title: 'A reply that lacks what it must contain',
    explain:
      'A standard says what must be in the replies that come with this event, and the event says what its reply contains: ' +
      'something is missing. Where an event does not say what it contains, nothing is found, and an audit counts the reply ' +
      'as not yet seen.',
    remedy: 'Send what is missing, or correct `contains` in the ticket.',
  },
  'metric/other-unit': {
    title: 'An answer in another unit',
    explain:
      'The metric counts in one currency, or in one kind of time, and this answer is in another. They cannot be added up, so ' +
      'the answer is left out of the metric; everything else goes on.',
    remedy: 'Give the amount in the metric’s currency, or measure what is counted by one clock.',
  },
  'role/wrong-role': {
    title: 'Done by somebody who may not',
    explain:
      'The benchmark says who may stop its clock. Somebody else did, or nobody is named, so it runs on. Likewise the step ' +
      'of a dispute says who decides it; an event by anybody else does not end it.',
    remedy: 'Name the person with `by`, give the person the role, or let others do it.',
  },
  'role/lapsed-certificate': {
    title: 'Stopped by somebody whose certificate has run out',
    explain:
      'Whoever stops this clock must be in a certain role, and the role requires a certificate that is refreshed in time. ' +
      'The person has the role, so the clock has stopped; the certificate had run out by then.',
    remedy:
      'Have the certificate refreshed, and write its new date down. `slapolicy roster` lists who comes next.',
  },
  'role/missing-certificate': {
    title: 'Stopped by somebody without a certificate',
    explain:
      'The person has the role that the benchmark asks for, so the clock has stopped, but did not have a certificate ' +
      'that the role requires, or did not have it yet.',
    remedy: 'Write the certificate and its date down where the person is declared, or take the role away.',
  },
  'role/missing-skill': {
    title: 'Stopped by somebody without a skill',
    explain:
      'The person has the role that the benchmark asks for, so the clock has stopped, but does not have a skill that ' +
      'the role requires.',
    remedy: 'Add the skill where the person is declared, or take the role away.',
  },
  'role/unknown-person': {
    title: 'Somebody whom the policy does not know',
    explain:
      'The policy declares its people, and this is none of them, nor a role, an automation, `customer`, `provider` or ' +
      '`regulator`. The event counts, but stops no clock that asks for a role.',
    remedy: 'Correct the name in the ticket, or add the person to the policy or its roster.',
  },
  'automation/may-not': {
    title: 'Something that a bot may not do',
    explain:
      'The policy says what its automation may and may not cause, and this event came from it all the same. The event has ' +
      'happened, but it ends no clock.',
    remedy: 'Stop the bot from doing it, or let the policy say `may`.',
  },
  'automation/undisclosed': {
    title: 'A bot that does not say what it is',
    explain:
      'The policy says with which event its automation discloses itself, and the automation did something else before.',
    remedy: 'Let the bot introduce itself first.',
  },
  'automation/late-handover': {
    title: 'A bot that did not hand over in time',
    explain:
      'Somebody asked for a person, and no person had done anything when the time was up. A person or a role that is ' +
      'named with `by` takes over; an event by nobody named does not.',
    remedy: 'Look at who was on duty, and whether the log names who did what.',
  },
  'channel/not-handed-over': {
    title: 'A hand-over that the channel does not know',
    explain: 'The channel says where it hands over to, and the case went somewhere else. Its clocks go on.',
    remedy: 'Add `hands over to` to the channel, or look at why the case was moved.',
  },
  'channel/dropped': {
    title: 'A hand-over that loses something',
    explain:
      'What the hand-over keeps was set before, and is gone or something else after it. Its clocks go on, but the ' +
      'customer has to begin again.',
    remedy: 'Take it over when the case changes the channel.',
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
    title: 'Timers that set each other off',
    explain:
      'What one rung or step does sets off another at the same instant, and so on without end. The rest is left out.',
    remedy: 'Take the event or the change out of one of them, or give the step some time.',
  },
  'dispute/other-step': {
    title: 'An event that belongs to another step',
    explain:
      'The event would end a step of the dispute, but not the one that it is in, so it has no effect there. Either the log ' +
      'tells things out of order, or an event before it is missing.',
    remedy: 'Put the missing event into the log, or give the step that is current a transition for it.',
  },
  'dispute/not-open': {
    title: 'A decision without a dispute',
    explain:
      'The event would end a step of a dispute, but no dispute is open: it has not been raised, or it has ended already.',
    remedy: 'Put the event that opens it into the log, or let a step wait longer before it is overdue.',
  },
  'dispute/decided-inside': {
    title: 'Decided by somebody who is not independent',
    explain:
      'The step is decided by somebody independent of the provider, and the event comes from one of the provider’s own ' +
      'people, roles or bots. It does not end the step.',
    remedy: 'Name who decided with `by`, or leave `by` out where the log only passes the decision on.',
  },
  'dispute/too-many-steps': {
    title: 'A dispute that goes round for ever',
    explain: 'The dispute has come from one step to the next so often that it is stopped where it is.',
    remedy: 'Let one of the steps end the dispute.',
  },
  'dispute/beyond-years': {
    title: 'A step that ends beyond the compiled years',
    explain:
      'No due instant can be given: the years compiled end before it, or the calendar never opens again.',
    remedy: 'Let the policy be in force longer, or shorten the limit.',
  },
  'remedy/no-amount': {
    title: 'An amount that cannot be said',
    explain:
      'Something that the amount is made of is unset in this ticket, divides by zero, or is in another currency. An unset ' +
      'deduction counts as nothing, and an unset item of `greater of` is left out; anything else would be a guess, so ' +
      'nothing is said to be owed, and everything else goes on.',
    remedy:
      'Complete the ticket, or say in the policy what holds when the field is unset: a row `when … is set`.',
  },
  'remedy/too-many': {
    title: 'A claim of more units than are priced',
    explain:
      'Units of one claim are priced one by one, up to a number that no real claim reaches. The rest is left out.',
    remedy: 'Let the remedy count hours or days in place of seconds.',
  },
};
