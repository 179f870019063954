import type { Position } from 'vscode-languageserver-types';
import {
  createLanguageService,
  type LanguageService,
  type ServiceOptions,
} from '../../server/languageService.ts';
import { createDocument, offsetAt, positionAt } from '../../server/model/document.ts';
import { type Marked, marked } from '../support/marked.ts';

export interface OpenedPolicy {
  readonly service: LanguageService;
  readonly uri: string;
  /** Without its markers. */
  readonly text: string;
  /** Of each `<|>`. */
  readonly cursors: Position[];
  /** The text between two positions of the file. */
  between(range: { start: Position; end: Position }): string;
  readonly marked: Marked;
}

const folder = 'file:///policies/';

/** A language service over files that stand only here; the policy with the markers is `main.slapolicy`. */
export function openPolicy(
  source: string,
  others: Record<string, string> = {},
  options: Partial<ServiceOptions> = {},
): OpenedPolicy {
  const found = marked(source);
  const uri = addressOf('main.slapolicy');
  const files = new Map(Object.entries(others).map(([name, text]) => [addressOf(name), text]));
  const service = createLanguageService({ host: { read: (each) => files.get(each) }, ...options });
  service.open(uri, found.text);
  const document = createDocument(uri, found.text);
  return {
    service,
    uri,
    text: found.text,
    marked: found,
    cursors: found.cursors.map((offset) => positionAt(document, offset)),
    between: ({ start, end }) => found.text.slice(offsetAt(document, start), offsetAt(document, end)),
  };
}

export function addressOf(name: string): string {
  return `${folder}${name}`;
}

/** A small policy that the cases build on: everything that names in them refer to. */
export const world = `
policy care {
  title       "Care"
  version     "1"
  effective   2026-01-01 until 2026-12-31
  timezone    Europe/Berlin
  currency    EUR
  counts      office
  begins with received
}
ticket {
  channel    one of phone, email
  priority   one of low < normal < high = normal
  vulnerable yes or no = no
  fee        money optional
  promised   date optional
}
events received, answered, asked, replied, closed
event  survey { score number 0..10 }
/// We have asked, and wait.
state waiting from asked until replied
calendar office in Europe/Berlin {
  open   mon..fri 09:00-17:00
  closed 2026-12-24 "Christmas Eve"
}
roles agent, manager
regulation law { title "The law" }
benchmark reply of law { from received until answered within 5 business days }
/// Somebody has answered.
benchmark answer {
  from   received until answered
  within 1 day when priority is high
  within 2 business days otherwise
}
ladder late on answer { at breach notify manager }
`;
