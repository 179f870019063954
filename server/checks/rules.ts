import { automationForbidden } from './automation/forbidden.ts';
import { benchmarkAcknowledgedLater } from './benchmark/acknowledgedLater.ts';
import { benchmarkAttainWithoutWindow } from './benchmark/attainWithoutWindow.ts';
import { benchmarkNeverStarts } from './benchmark/neverStarts.ts';
import { benchmarkNoCalendar } from './benchmark/noCalendar.ts';
import { benchmarkNoDeadline } from './benchmark/noDeadline.ts';
import { benchmarkNoStop } from './benchmark/noStop.ts';
import { benchmarkReopeningUnsaid } from './benchmark/reopeningUnsaid.ts';
import { benchmarkUnreachableRow } from './benchmark/unreachableRow.ts';
import { benchmarkUrgentNotShorter } from './benchmark/urgentNotShorter.ts';
import { benchmarkZeroPeriod } from './benchmark/zeroPeriod.ts';
import { calendarExtendsItself } from './calendar/extendsItself.ts';
import { calendarHolidaysMissing } from './calendar/holidaysMissing.ts';
import { calendarNeverOpens } from './calendar/neverOpens.ts';
import { calendarOutsideEffective } from './calendar/outsideEffective.ts';
import { calendarUnknownHolidays } from './calendar/unknownHolidays.ts';
import { channelFreeAndCosts } from './channel/freeAndCosts.ts';
import { channelNoBenchmark } from './channel/noBenchmark.ts';
import { channelNotAValue } from './channel/notAValue.ts';
import { clauseMissing } from './clause/missing.ts';
import { clauseTwice } from './clause/twice.ts';
import { conditionConstant } from './condition/constant.ts';
import { currencyUnknown } from './currency/unknown.ts';
import { disputeNeverDecided } from './dispute/neverDecided.ts';
import { disputeNeverOverdue } from './dispute/neverOverdue.ts';
import { disputeNotIndependent } from './dispute/notIndependent.ts';
import { disputeNoWayOut } from './dispute/noWayOut.ts';
import { disputeUnreachableStep } from './dispute/unreachableStep.ts';
import { eventTakenName } from './event/takenName.ts';
import { handoverIncomplete } from './handover/incomplete.ts';
import { importCycle } from './import/cycle.ts';
import { importMissing } from './import/missing.ts';
import { ladderAfterRight } from './ladder/afterRight.ts';
import { ladderDecidesItself } from './ladder/decidesItself.ts';
import { ladderEarlyRung } from './ladder/earlyRung.ts';
import { ladderLoops } from './ladder/loops.ts';
import { ladderUnreachableRung } from './ladder/unreachableRung.ts';
import { momentNoAnchor } from './moment/noAnchor.ts';
import { nameAmbiguous } from './name/ambiguous.ts';
import { nameDuplicate } from './name/duplicate.ts';
import { nameLeftOpen } from './name/leftOpen.ts';
import { nameUnknown } from './name/unknown.ts';
import { nameWrongKind } from './name/wrongKind.ts';
import { personCertificateLapses } from './person/certificateLapses.ts';
import { policyEmptyPeriod } from './policy/emptyPeriod.ts';
import { policySeveral } from './policy/several.ts';
import { rateBeginsLate } from './rate/beginsLate.ts';
import { rateOutOfOrder } from './rate/outOfOrder.ts';
import { recordKeptTooShort } from './record/keptTooShort.ts';
import { regionUnknown } from './region/unknown.ts';
import { regulationUnmet } from './regulation/unmet.ts';
import { remedyAfterImmediately } from './remedy/afterImmediately.ts';
import { remedyNoCap } from './remedy/noCap.ts';
import { rightClosesBeforeOpening } from './right/closesBeforeOpening.ts';
import { roleNobody } from './role/nobody.ts';
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
import { unitNotWhole } from './unit/notWhole.ts';
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
  unitNotWhole,
  currencyUnknown,
  momentNoAnchor,
  importCycle,
  importMissing,
  policyEmptyPeriod,
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
  benchmarkAttainWithoutWindow,
  benchmarkAcknowledgedLater,
  benchmarkUrgentNotShorter,
  rowNeverChosen,
  rowUncoveredCase,
  rowTooManyCases,
  conditionConstant,
  ladderEarlyRung,
  ladderUnreachableRung,
  ladderDecidesItself,
  ladderLoops,
  ladderAfterRight,
  disputeUnreachableStep,
  disputeNoWayOut,
  disputeNeverDecided,
  disputeNeverOverdue,
  disputeNotIndependent,
  rightClosesBeforeOpening,
  rateBeginsLate,
  rateOutOfOrder,
  remedyNoCap,
  remedyAfterImmediately,
  eventTakenName,
  recordKeptTooShort,
  regulationUnmet,
  automationForbidden,
  roleNobody,
  personCertificateLapses,
  channelNoBenchmark,
  rosterMissing,
  channelFreeAndCosts,
  channelNotAValue,
  handoverIncomplete,
  scenarioNotEffective,
  scenarioRepeatedTime,
  scenarioSkippedTime,
  scenarioWrongFact,
];
