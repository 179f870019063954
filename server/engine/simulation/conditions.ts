import { isBusinessDay, isOpen } from '../calendar/calendar.ts';
import { boundsAfter, boundsBefore } from '../clock/offset.ts';
import type { Condition, Duration } from '../policy.ts';
import { dayLength } from '../time/localDate.ts';
import { localOfInstant } from '../time/zone.ts';
import { holds } from '../value/comparison.ts';
import { storedOfValue } from '../value/stored.ts';
import { amountReader, compare, domainOf } from './amounts.ts';
import { openRun } from './dispute/readDispute.ts';
import { dayOfMoment, loadMoment } from './moments.ts';
import type { Scope } from './scope.ts';
import { loadSpan } from './spans.ts';
import type { State } from './state.ts';

export type LoadedCondition = (state: State) => boolean;

/** Every comparison with something unset is false; `not` is the exact negation. */
export function loadCondition(condition: Condition, scope: Scope): LoadedCondition {
  switch (condition.kind) {
    case 'and': {
      const parts = condition.of.map((part) => loadCondition(part, scope));
      return (state) => parts.every((part) => part(state));
    }
    case 'or': {
      const parts = condition.of.map((part) => loadCondition(part, scope));
      return (state) => parts.some((part) => part(state));
    }
    case 'not': {
      const part = loadCondition(condition.of, scope);
      return (state) => !part(state);
    }
    case 'compare':
      return loadComparison(condition, scope);
    case 'one of': {
      const reader = amountReader(condition.left, scope);
      const domain = domainOf(condition.left, scope);
      const values = condition.values.map((value) => amountReader({ kind: 'value', value }, scope, domain));
      return (state) => {
        const left = reader(state);
        return (
          left !== undefined &&
          values.some((value) => {
            const right = value(state);
            return right !== undefined && compare(left, right) === 0;
          })
        );
      };
    }
    case 'amount set': {
      const reader = amountReader(condition.of, scope);
      return (state) => reader(state) !== undefined;
    }
    case 'moment set': {
      const moment = loadMoment(condition.of, scope);
      return (state) => moment.at(state) !== undefined;
    }
    case 'flag':
      return (state) => state.fields[condition.field] === true;
    case 'state': {
      const index = scope.stateIndex.get(condition.state) ?? -1;
      return (state) => (state.states[index]?.since ?? null) !== null;
    }
    case 'dispute': {
      const { dispute, step } = condition;
      const index = scope.disputeIndex.get(dispute) ?? -1;
      if (step === undefined) return (state) => openRun(state, index) !== undefined;
      const wanted = scope.stepIndex(dispute, step);
      return (state) => {
        const steps = openRun(state, index)?.steps;
        return steps?.[steps.length - 1]?.step === wanted;
      };
    }
    case 'open': {
      const { calendar } = scope.counting(condition.calendar);
      return (state) => calendar !== undefined && state.now !== null && isOpen(calendar, state.now);
    }
    case 'order': {
      const left = loadMoment(condition.left, scope);
      const right = loadMoment(condition.right, scope);
      const sign = condition.operator === 'before' ? -1 : 1;
      return (state) => {
        const a = left.at(state);
        const b = right.at(state);
        return a !== undefined && b !== undefined && (a - b) * sign > 0;
      };
    }
    case 'distance':
      return loadDistance(condition, () => condition.duration, scope);
    case 'computed distance':
      return loadDistance(condition, loadSpan(condition.span, scope).duration, scope);
    case 'time of day': {
      const moment = loadMoment(condition.left, scope);
      const zone = scope.zoneNamed(condition.zone);
      const sign = condition.operator === 'before' ? -1 : 1;
      return (state) => {
        const at = moment.at(state);
        if (at === undefined) return false;
        const local = localOfInstant(zone, at);
        return (local - Math.floor(local / dayLength) * dayLength - condition.time) * sign > 0;
      };
    }
    case 'closed day': {
      const moment = loadMoment(condition.left, scope);
      const { zone, calendar } = scope.counting(condition.calendar);
      return (state) => {
        const day = dayOfMoment(moment, state, zone);
        return day !== undefined && calendar !== undefined && !isBusinessDay(calendar, day);
      };
    }
  }
}

function loadComparison(condition: Extract<Condition, { kind: 'compare' }>, scope: Scope): LoadedCondition {
  const { left, right, operator } = condition;
  // The commonest condition, a field that is a word, needs no value but the stored one.
  if (operator === 'is' && left.kind === 'field' && right.kind === 'value' && right.value.type === 'word') {
    const word = storedOfValue(right.value);
    return (state) => state.fields[left.field] === word;
  }
  const domain = domainOf(left, scope) ?? domainOf(right, scope);
  const readLeft = amountReader(left, scope, domain);
  const readRight = amountReader(right, scope, domain);
  return (state) => {
    const a = readLeft(state);
    const b = readRight(state);
    const order = a && b ? compare(a, b) : undefined;
    return order !== undefined && holds(operator, order);
  };
}

/**
 * `cancelled less than 24 hours before appointment-at`. With days, what is `at least D after M` begins with day D and
 * what is `at most D after M` ends with it; before M the same days are counted backwards.
 */
function loadDistance(
  condition: Extract<Condition, { kind: 'distance' | 'computed distance' }>,
  durationIn: (state: State) => Duration | undefined,
  scope: Scope,
): LoadedCondition {
  const left = loadMoment(condition.left, scope);
  const right = loadMoment(condition.right, scope);
  const counting = scope.counting(condition.calendar);
  const { operator } = condition;
  const isAfter = condition.direction === 'after';
  const bounds = isAfter ? boundsAfter : boundsBefore;
  return (state) => {
    const at = left.at(state);
    const from = right.at(state);
    const duration = durationIn(state);
    if (at === undefined || from === undefined || !duration) return false;
    const [first, last] = bounds(counting, from, duration);
    switch (operator) {
      case 'at least':
        return isAfter ? at >= first : at <= last;
      case 'less than':
        return isAfter ? at < first : at > last;
      case 'at most':
        return isAfter ? at <= last : at >= first;
      case 'more than':
        return isAfter ? at > last : at < first;
    }
  };
}
