import type { Comparison } from '../policy.ts';

/** Whether an order, negative, zero or positive as left is less than, equal to or more than right, is what was asked. */
export function holds(operator: Comparison, order: number): boolean {
  switch (operator) {
    case 'is':
      return order === 0;
    case 'at least':
      return order >= 0;
    case 'at most':
      return order <= 0;
    case 'more than':
      return order > 0;
    case 'less than':
      return order < 0;
  }
}
