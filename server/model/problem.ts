/** A diagnostic: what is wrong, where, and what helps. Positions are absolute UTF-16 offsets in the document. */
export interface Problem {
  /** A rule's stable code: `benchmark/unreachable-row`, `syntax/…`. */
  code: string;
  severity: Severity;
  message: string;
  uri: string;
  start: number;
  end: number;
  related: RelatedPlace[];
  /** An edit that mends it, where there is an obvious one. */
  fix?: Fix;
  /** The word of the clause that is missing, for what adds it. */
  clause?: string;
  /** `unnecessary` fades text, `deprecated` strikes it through. */
  tags?: ('unnecessary' | 'deprecated')[];
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface RelatedPlace {
  message: string;
  uri: string;
  start: number;
  end: number;
}

export interface Fix {
  title: string;
  edits: { uri: string; start: number; end: number; text: string }[];
}
