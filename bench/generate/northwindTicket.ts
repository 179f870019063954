import { seeded } from './random.ts';

const minute = 60_000;
const day = 1440 * minute;
const firstArrival = Date.parse('2026-07-01T00:00:00Z');

/** The `n`th ticket of the Northwind sample: the same for every run and machine. */
export function northwindTicket(n: number): object {
  const random = seeded(n);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const received = firstArrival + Math.floor(random() * 300 * 1440) * minute;
  const events: { at: string; is?: string; set?: object }[] = [];
  let at = received;
  const happen = (entry: { is: string } | { set: object }, afterDays: number): void => {
    at += Math.ceil(random() * afterDays * 1440) * minute;
    events.push({ at: new Date(at).toISOString(), ...entry });
  };
  events.push({ at: new Date(received).toISOString(), is: 'received' });
  happen({ is: 'acknowledged' }, 3);
  if (random() < 0.4) {
    happen({ is: 'info-requested' }, 2);
    happen({ is: 'info-received' }, 6);
  }
  if (random() < 0.15) happen({ set: { priority: pick(['high', 'urgent']) } }, 2);
  if (random() < 0.95) happen({ is: 'resolved' }, 25);
  if (random() < 0.05) {
    happen({ is: 'reopened' }, 5);
    happen({ is: 'resolved' }, 10);
  }
  if (random() < 0.8 && at < received + 60 * day) happen({ is: 'closed' }, 10);
  return {
    id: `N-${n}`,
    fields: {
      channel: pick(['phone', 'webchat', 'email', 'letter']),
      category: pick(['enquiry', 'complaint', 'complaint', 'fault']),
      priority: pick(['low', 'normal', 'normal', 'high', 'urgent']),
      vulnerable: random() < 0.1,
      region: pick(['nsw', 'vic', 'qld']),
      account: `A-${Math.floor(random() * 5000)}`,
      'monthly-fee': `${20 + Math.floor(random() * 90)}.00 AUD`,
    },
    events,
  };
}
