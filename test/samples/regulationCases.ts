import { readFileSync } from 'node:fs';

/** What the sources say of one case. */
export interface RegulationCase {
  readonly deadlines: readonly Deadline[];
  /** What is owed to the cent; `none` where nothing is triggered. */
  readonly owed: readonly { readonly remedy: string; readonly amount: string }[];
  /** When a permit was asked for, and the answer. */
  readonly permits: readonly { readonly permit: string; readonly at: string; readonly answer: string }[];
  /** From which instant on a right may be used. */
  readonly rights: readonly { readonly right: string; readonly opened: string }[];
  /** What share of a benchmark's cases must be met, in percent; `none` where none is assessed. */
  readonly attains: readonly { readonly benchmark: string; readonly share: string }[];
  /** Declarations that are not run. */
  readonly waits: readonly string[];
}

export interface Deadline {
  readonly benchmark: string;
  /** An instant, or `none`. */
  readonly due: string;
  /** Where the case has one. */
  readonly verdict?: string;
}

/** The cases of `cases.txt`, by their id. */
export const regulationCases: ReadonlyMap<string, RegulationCase> = readCases();

function readCases(): Map<string, RegulationCase> {
  const cases = new Map<string, Growing<RegulationCase>>();
  const text = readFileSync(new URL('cases.txt', import.meta.url), 'utf8');
  for (const line of text.split('\n').filter((each) => each !== '' && !each.startsWith('#'))) {
    const [id = '', what = '', value = '', verdict = ''] = line.split('|').map((cell) => cell.trim());
    const known = cases.get(id) ?? {
      deadlines: [],
      owed: [],
      permits: [],
      rights: [],
      attains: [],
      waits: [],
    };
    cases.set(id, known);
    const [kind, name = ''] = what.split(' ');
    if (what === 'waits for') known.waits.push(value);
    else if (kind === 'owes') known.owed.push({ remedy: name, amount: value });
    else if (kind === 'permit') known.permits.push({ permit: name, at: value, answer: verdict });
    else if (kind === 'attains') known.attains.push({ benchmark: name, share: value });
    else if (kind === 'right') known.rights.push({ right: name, opened: value });
    else known.deadlines.push({ benchmark: what, due: value, ...(verdict && { verdict }) });
  }
  return cases;
}

type Growing<T> = { [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
