import { weekdayWords } from '../../../grammar/keywords.ts';

/** From Monday on. */
export const weekdayNames: readonly string[] = Object.values(weekdayWords);
