/** A case as it is given: `{"id", "fields", "events"}`, one JSON object a line. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Ticket {
  id: string;
  fields: Record<string, Json>;
  events: TicketEntry[];
}

/** `at` is ISO 8601 with an offset or `Z`, or local to the policy's zone. Data of an event stand beside `is`. */
export type TicketEntry =
  | ({ at: string; is: string; by?: string; id?: string } & { [data: string]: Json | undefined })
  | { at: string; set: Record<string, Json>; id?: string };
