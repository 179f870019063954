import type * as ast from '../../grammar/ast.ts';
import type { AccrualDef, PayDef } from '../engine/policy/remedy.ts';
import type { Condition, Duration } from '../engine/policy.ts';
import { compileAmount } from './amounts.ts';
import { wholeText } from './clauses.ts';
import { compileCondition } from './conditions.ts';
import { compileMoment } from './moments.ts';
import { compileDuration, report, type Scope, sourceOf } from './scope.ts';

/** A condition that always holds: `otherwise`. */
const always: Condition = { kind: 'and', of: [] };

/**
 * The `pays` rows of a remedy. Rows that count alike count the same units; `after that` goes on where the row
 * `for the first N` above it ends, and counts as that does.
 */
export function compilePays(scope: Scope, clauses: readonly ast.PaysClause[]): PayDef[] {
  const pays: PayDef[] = [];
  const tiers: Tier[] = [];
  const keys: string[] = [];
  for (const clause of clauses) {
    const accrual = clause.accrual && compileAccrual(scope, clause, clause.accrual);
    const tier = clause.afterThat ? findTier(tiers, accrual) : undefined;
    if (clause.afterThat && !tier) reportTier(scope, clause);
    const shared = tier && accrual ? goOn(accrual, tier) : accrual;
    const key = tier ? tier.key : keyOf(shared);
    if (!keys.includes(key)) keys.push(key);
    const units = unitsOf(clause, tier);
    if (clause.first && shared) tiers.push({ key, accrual: shared, until: Number(clause.first.value) });
    pays.push({
      amount: compileAmount(scope, clause.amount),
      ...(clause.ofValidity && { validity: true as const }),
      ...(shared && { accrual: shared }),
      ...(units && { units }),
      sequence: keys.indexOf(key),
      ...(clause.when && {
        when: clause.when.kind === 'otherwise' ? always : compileCondition(scope, clause.when),
      }),
      text: wholeText(scope, clause),
      source: sourceOf(scope, clause),
    });
  }
  return withStopDays(pays);
}

interface Tier {
  readonly key: string;
  readonly accrual: AccrualDef;
  readonly until: number;
}

function unitsOf(clause: ast.PaysClause, tier: Tier | undefined): PayDef['units'] {
  if (clause.first) return { from: 1, until: Number(clause.first.value) };
  return tier && { from: tier.until + 1 };
}

function findTier(tiers: readonly Tier[], accrual: AccrualDef | undefined): Tier | undefined {
  if (accrual === undefined) return undefined;
  const key = unitKey(accrual);
  return [...tiers].reverse().find((tier) => unitKey(tier.accrual) === key);
}

/** `after that` begins where the tier above does; it may say by itself that the day of the stop counts. */
function goOn(accrual: AccrualDef, { accrual: above }: Tier): AccrualDef {
  if (accrual.kind === 'percent short' || above.kind === 'percent short') return above;
  return accrual.withDayOf ? { ...above, withDayOf: accrual.withDayOf } : above;
}

/** Rows that count together all count the day of the stop, if one of them says so. */
function withStopDays(pays: PayDef[]): PayDef[] {
  return pays.map((pay) => {
    const { accrual } = pay;
    if (!accrual || accrual.kind === 'percent short' || accrual.withDayOf) return pay;
    const saying = pays.find(
      (other) =>
        other.sequence === pay.sequence &&
        other.accrual?.kind !== 'percent short' &&
        other.accrual?.withDayOf,
    )?.accrual;
    if (!saying || saying.kind === 'percent short' || !saying.withDayOf) return pay;
    return { ...pay, accrual: { ...accrual, withDayOf: saying.withDayOf } };
  });
}

function reportTier(scope: Scope, clause: ast.PaysClause): void {
  report(
    scope,
    'remedy/no-tier',
    clause,
    '`after that` goes on after a row `for the first N` above it that counts the same; there is none, so it is not ' +
      'said what this comes after.',
  );
}

function keyOf(accrual: AccrualDef | undefined): string {
  return JSON.stringify(accrual ?? 'once', (key, value) => (key === 'text' ? undefined : value));
}

/** What is counted, whatever the days it begins and ends with. */
function unitKey(accrual: AccrualDef): string {
  if (accrual.kind === 'percent short') return accrual.kind;
  const { fromDayAfter: _from, withDayOf: _with, ...counted } = accrual;
  return keyOf(counted);
}

function compileAccrual(
  scope: Scope,
  { fromDayAfter, withDayOf }: ast.PaysClause,
  accrual: ast.Accrual,
): AccrualDef | undefined {
  const days = {
    ...(fromDayAfter && { fromDayAfter: compileMoment(scope, fromDayAfter) }),
    ...(withDayOf && { withDayOf: compileMoment(scope, withDayOf) }),
  };
  switch (accrual.kind) {
    case 'late':
    case 'since': {
      const every = compileEvery(scope, accrual.every);
      if (!every) return undefined;
      const rounding = accrual.rounding && { rounding: accrual.rounding };
      if (accrual.kind === 'late') return { kind: 'late', every, ...rounding, ...days };
      return { kind: 'since', every, ...rounding, since: compileMoment(scope, accrual.since), ...days };
    }
    case 'days': {
      const from = Number(accrual.from.value);
      return {
        kind: 'days',
        from,
        until: accrual.to ? Number(accrual.to.value) : from,
        after: compileMoment(scope, accrual.after),
        ...days,
      };
    }
    case 'percent-short':
      return { kind: 'percent short' };
  }
}

const everys: Record<Exclude<ast.AccrualUnit, ast.DurationLiteral>, Omit<Duration, 'text'>> = {
  day: { measure: 'days', amount: 1 },
  week: { measure: 'days', amount: 7 },
  month: { measure: 'months', amount: 1 },
  hour: { measure: 'elapsed', amount: 3_600_000 },
  'business day': { measure: 'business-days', amount: 1 },
  'business hour': { measure: 'open', amount: 3_600_000 },
};

function compileEvery(scope: Scope, every: ast.AccrualUnit): Duration | undefined {
  if (typeof every === 'object') return compileDuration(scope, every);
  return { ...everys[every], text: every };
}
