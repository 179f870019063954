/**
 * A valid policy of about so many lines: one head, then families of a calendar, two benchmarks, a ladder and a scenario,
 * until it is long enough.
 */
export function policyText(lines: number): string {
  const parts = [head];
  let written = count(head);
  for (let n = 1; written < lines; n++) {
    const next = family(n);
    parts.push(next);
    written += count(next);
  }
  return parts.join('\n');
}

function count(text: string): number {
  return text.split('\n').length;
}

const head = `/// How the service desk of a large provider answers.
policy large-provider {
  title     "A policy of many lines"
  version   "2026.1"
  effective 2026-07-01 until 2027-06-30
  timezone  Australia/Sydney
  currency  AUD
  counts    office-1
  begins with received
}

ticket {
  channel     one of phone, webchat, email, letter
  category    one of enquiry, complaint, fault
  priority    one of low < normal < high < urgent = normal
  vulnerable  yes or no = no
  region      one of nsw, vic, qld
  monthly-fee money optional
}

events received, acknowledged, info-requested, info-received, resolved, closed, reopened, withdrawn

state waiting-on-customer from info-requested until info-received or closed

roles team-lead, duty-manager, compliance
`;

function family(n: number): string {
  const minute = String(n % 60).padStart(2, '0');
  return `calendar office-${n} {
  open   mon..fri 08:${minute}-12:00, 13:00-17:${minute}
  open   sat 09:00-12:${minute}
  closed every 12-25
  closed 2026-12-29..2027-01-02 "shutdown"
  cut-off 16:00
}

/// Every complaint of team ${n} is acknowledged.
benchmark acknowledge-${n} {
  cites   "Standard 2018, s ${n}"
  applies when category is complaint
  from    received until acknowledged
  counts  office-${n} when region is nsw
  counts  office-1 otherwise
  within  1 hour          when channel is one of phone, webchat
  within  2 business days otherwise
  attain  at least 98% each quarter over at least 50 tickets
}

benchmark resolve-${n} {
  applies when category is complaint and not vulnerable
  from    received until resolved
  pauses  while waiting-on-customer up to 10 business days in all
  cancels on withdrawn
  reopening on reopened resumes
  counts  office-${n}
  within  2 business days  when priority is urgent or vulnerable
  within 10 business days  otherwise
  attain  at least 90% each quarter
}

ladder late-${n} on resolve-${n} {
  at 50%                         notify team-lead
  at 80%                         notify duty-manager by sms, email  raise priority
  at 2 business hours before due assign duty-manager
  at breach                      notify compliance
  every 2 business days after breach up to 5 times notify compliance
}

scenario "A complaint of team ${n}" {
  ticket channel email, category complaint, region nsw, monthly-fee 59 AUD
  2026-08-03 10:${minute} received
  2026-08-04 10:${minute} acknowledged
  2026-08-05 09:${minute} info-requested
  2026-08-06 09:${minute} info-received
  2026-08-07 09:${minute} resolved
  expect acknowledge-${n} met
  expect resolve-${n} met
}
`;
}
