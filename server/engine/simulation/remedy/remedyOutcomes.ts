import type { RemedyOutcome } from '../../outcome.ts';
import { copyRemedies } from '../../remedy/copyRemedies.ts';
import { mostUnits } from '../../remedy/countUnits.ts';
import { formatInstant } from '../../time/iso.ts';
import type { Instant } from '../../time/zone.ts';
import { compareFractions, notBelowZero, zero } from '../../value/fraction.ts';
import { roundedText } from '../../value/money.ts';
import type { Context } from '../context.ts';
import type { Engine } from '../engine.ts';
import { groupOf, windowAt } from '../groups.ts';
import type { State, StateFinding } from '../state.ts';
import { claimOf, endOfClaim } from './claim.ts';
import { explainRemedy } from './explainRemedy.ts';
import { isAutomatic } from './isAutomatic.ts';
import { obligationsOf } from './obligations.ts';
import { type Owed, owedOf } from './owed.ts';
import { paidByOf } from './payableBy.ts';
import { settleRemedies } from './settleRemedies.ts';

export interface RemedyResult {
  readonly remedies: RemedyOutcome[];
  readonly findings: StateFinding[];
}

/** What is owed as of an instant, claim by claim; one whose breach is not assessed is none. */
export function remedyOutcomes(
  { engine, state }: Context,
  asOf: Instant | null,
  reasons: boolean,
): RemedyResult {
  if (asOf === null || !state.remedies?.some(({ runs }) => runs.length > 0))
    return { remedies: [], findings: [] };
  // A state between two steps stays as it is: what is owed now is worked out on a copy.
  const view: State = { ...state, remedies: copyRemedies(state.remedies) };
  settleRemedies(engine, view, asOf + 1, asOf);
  const claims = engine.remedies.flatMap((remedy) => {
    const held = view.remedies![remedy.index]!;
    return held.runs
      .map((run) => claimOf(view, remedy, held, run))
      .filter(({ breached }) => (breached?.notAssessed ?? null) === null)
      .map((claim) => owedOf(engine, view, claim, asOf));
  });
  keepHigher(claims);
  return {
    remedies: claims.map((owed) => outcomeOfClaim(engine, view, owed, asOf, reasons)),
    findings: claims.flatMap((owed) => findingOf(owed) ?? []),
  };
}

/** Of claims that are not owed together the higher is kept, of equal ones the first. */
function keepHigher(claims: readonly Owed[]): void {
  if (claims.length < 2) return;
  const byHeight = claims
    .map((owed, place) => ({ owed, place }))
    .sort((a, b) => compareFractions(b.owed.sum, a.owed.sum) || a.place - b.place);
  const kept: Owed[] = [];
  for (const { owed } of byHeight) {
    const higher = kept.find((each) => excludes(each, owed));
    if (higher) owed.instead = higher.claim.remedy.def.id;
    else kept.push(owed);
  }
}

function excludes(a: Owed, b: Owed): boolean {
  const [one, other] = [a.claim.remedy.def, b.claim.remedy.def];
  const named = (from: typeof one, id: string) => from.notWith.some(({ remedies }) => remedies.includes(id));
  if (!named(one, other.id) && !named(other, one.id)) return false;
  const [left, right] = [a.claim.run.breach, b.claim.run.breach];
  // Two outages of one benchmark are two cases.
  return left === null || right === null || left.benchmark !== right.benchmark || left.run === right.run;
}

function findingOf({ claim, missing }: Owed): StateFinding | undefined {
  const { id } = claim.remedy.def;
  if (claim.run.counted.some(({ units }) => units >= mostUnits))
    return {
      rule: 'remedy/too-many',
      at: claim.run.at,
      message: `${id} has come to ${mostUnits} units, and what is beyond them is left out; count it in longer ones.`,
    };
  if (missing === undefined) return undefined;
  return {
    rule: 'remedy/no-amount',
    at: claim.run.at,
    message: `What ${id} comes to cannot be said: something is unset, or in another currency, in “${missing}”.`,
  };
}

/** A claim as an outcome shows it. */
export function outcomeOfClaim(
  engine: Engine,
  state: State,
  owed: Owed,
  asOf: Instant,
  reasons: boolean,
): RemedyOutcome {
  const { claim, currency, validity } = owed;
  const { remedy, run, breached } = claim;
  const { def } = remedy;
  const { zone } = engine;
  const end = endOfClaim(claim);
  const amount = amountText(owed);
  const ended = end !== null && end <= asOf;
  const paidBy = paidByOf(engine, state, claim, asOf);
  const caps = windowCaps(engine, state, owed);
  const { owes, requires, reports, exposes, suspends } = obligationsOf(engine, state, owed, asOf);
  return {
    id: def.id,
    run: run.run,
    at: formatInstant(zone, run.at),
    breach: breached && {
      benchmark: engine.benchmarks[run.breach!.benchmark]!.def.id,
      run: breached.run,
    },
    owedBy: def.owedBy,
    amount,
    currency: amount === undefined ? undefined : currency,
    validity: validity === undefined ? undefined : { days: owed.instead === undefined ? validity : 0 },
    automatic: def.automatic && isAutomatic(engine, state, owed, asOf),
    instead: owed.instead,
    ended: ended ? formatInstant(zone, end) : undefined,
    paidBy: paidBy === undefined ? undefined : instantText(engine, paidBy),
    owes,
    requires,
    reports,
    exposes,
    suspends,
    caps: caps.length > 0 ? caps : undefined,
    because: reasons ? explainRemedy(engine, state, owed, asOf) : undefined,
  };
}

function instantText({ zone }: Engine, at: Instant): string | null {
  return Number.isFinite(at) ? formatInstant(zone, at) : null;
}

/** Rounded once, at the end; undefined where nothing is owed in money. */
function amountText({ missing, sum, currency, inMoney, instead }: Owed): string | undefined {
  if (missing !== undefined || !inMoney) return undefined;
  return roundedText(instead === undefined ? sum : zero, currency);
}

/** What the summary needs to cap the claims of a window. */
function windowCaps(engine: Engine, state: State, owed: Owed) {
  const { remedy, run } = owed.claim;
  return remedy.def.adjusts.flatMap((adjust, clause) => {
    const limit = owed.limits[clause];
    if (adjust.kind !== 'capped' || !adjust.window || !limit) return [];
    return [
      {
        clause,
        at: roundedText(notBelowZero(limit), owed.currency),
        window: windowAt(engine, adjust.window, run.at),
        ...(adjust.per !== undefined && { group: groupOf(engine, state, adjust.per)! }),
      },
    ];
  });
}
