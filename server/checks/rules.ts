import { benchmarkNeverStarts } from './benchmark/neverStarts.ts';
import { benchmarkNoCalendar } from './benchmark/noCalendar.ts';
import { benchmarkNoDeadline } from './benchmark/noDeadline.ts';
import { benchmarkNoStop } from './benchmark/noStop.ts';
import { benchmarkReopeningUnsaid } from './benchmark/reopeningUnsaid.ts';
import { benchmarkUnreachableRow } from './benchmark/unreachableRow.ts';
import { benchmarkZeroPeriod } from './benchmark/zeroPeriod.ts';
import { calendarExtendsItself } from './calendar/extendsItself.ts';
import { calendarHolidaysMissing } from './calendar/holidaysMissing.ts';
import { calendarNeverOpens } from './calendar/neverOpens.ts';
import { calendarOutsideEffective } from './calendar/outsideEffective.ts';
import { calendarUnknownHolidays } from './calendar/unknownHolidays.ts';
import { channelFreeAndCosts } from './channel/freeAndCosts.ts';
import { channelNotAValue } from './channel/notAValue.ts';
import { clauseMissing } from './clause/missing.ts';
import { clauseTwice } from './clause/twice.ts';
import { conditionConstant } from './condition/constant.ts';
import { currencyUnknown } from './currency/unknown.ts';
import { handoverIncomplete } from './handover/incomplete.ts';
import { importCycle } from './import/cycle.ts';
import { importMissing } from './import/missing.ts';
import { ladderEarlyRung } from './ladder/earlyRung.ts';
import { ladderUnreachableRung } from './ladder/unreachableRung.ts';
import { momentNoAnchor } from './moment/noAnchor.ts';
import { nameAmbiguous } from './name/ambiguous.ts';
import { nameDuplicate } from './name/duplicate.ts';
import { nameLeftOpen } from './name/leftOpen.ts';
import { nameUnknown } from './name/unknown.ts';
import { nameWrongKind } from './name/wrongKind.ts';
import { policyEmptyPeriod } from './policy/emptyPeriod.ts';
import { policyNotYetRun } from './policy/notYetRun.ts';
import { policySeveral } from './policy/several.ts';
import { regionUnknown } from './region/unknown.ts';
import { rosterMissing } from './roster/missing.ts';
import { rowNeverChosen } from './row/neverChosen.ts';
import { rowTooManyCases } from './row/tooManyCases.ts';
import { rowUncoveredCase } from './row/uncoveredCase.ts';
import type { Rule } from './rule.ts';
import { scenarioNotEffective } from './scenario/notEffective.ts';
import { scenarioRepeatedTime } from './scenario/repeatedTime.ts';
import { scenarioSkippedTime } from './scenario/skippedTime.ts';
import { scenarioWrongFact } from './scenario/wrongFact.ts';
import { typeIsOneOf } from './type/isOneOf.ts';
import { typeMismatch } from './type/mismatch.ts';
import { typeNotOrdered } from './type/notOrdered.ts';
import { unitCurrencies } from './unit/currencies.ts';
import { unitMismatch } from './unit/mismatch.ts';
import { unitMixed } from './unit/mixed.ts';
import { valueOutOfRange } from './value/outOfRange.ts';
import { valueUnknown } from './value/unknown.ts';
import { zoneUnknown } from './zone/unknown.ts';

/** Everything that is checked beyond syntax, in the order of the documentation. */
export const rules: readonly Rule[] = [
  nameAmbiguous,
  nameDuplicate,
  nameLeftOpen,
  nameUnknown,
  nameWrongKind,
  valueOutOfRange,
  valueUnknown,
  typeIsOneOf,
  typeMismatch,
  typeNotOrdered,
  unitCurrencies,
  unitMismatch,
  unitMixed,
  currencyUnknown,
  momentNoAnchor,
  importCycle,
  importMissing,
  policyEmptyPeriod,
  policyNotYetRun,
  policySeveral,
  clauseMissing,
  clauseTwice,
  zoneUnknown,
  regionUnknown,
  calendarExtendsItself,
  calendarHolidaysMissing,
  calendarNeverOpens,
  calendarOutsideEffective,
  calendarUnknownHolidays,
  benchmarkNeverStarts,
  benchmarkNoCalendar,
  benchmarkNoDeadline,
  benchmarkNoStop,
  benchmarkReopeningUnsaid,
  benchmarkUnreachableRow,
  benchmarkZeroPeriod,
  rowNeverChosen,
  rowUncoveredCase,
  rowTooManyCases,
  conditionConstant,
  ladderEarlyRung,
  ladderUnreachableRung,
  rosterMissing,
  channelFreeAndCosts,
  channelNotAValue,
  handoverIncomplete,
  scenarioNotEffective,
  scenarioRepeatedTime,
  scenarioSkippedTime,
  scenarioWrongFact,
];
