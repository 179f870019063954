import type { Counting } from '../clock/ruler.ts';
import type { AutomationDef, HandoverDef, PermissionDef } from '../policy/automation.ts';
import type { ChannelDef } from '../policy/channel.ts';
import type { PersonDef, RoleDef } from '../policy/people.ts';
import type { RecordDef, RedactionDef } from '../policy/record.ts';
import type { Policy } from '../policy.ts';
import { type LoadedCondition, loadCondition } from './conditions.ts';
import { type LoadedMoment, loadMoment } from './moments.ts';
import type { Scope } from './scope.ts';

/** How a case is handled beside its clocks: by whom, by which bot, on which channel, and what is kept of it. */
export interface Conduct {
  readonly roles: ReadonlyMap<string, RoleDef>;
  readonly people: ReadonlyMap<string, PersonDef>;
  readonly automations: ReadonlyMap<string, LoadedAutomation>;
  /** The hand-overs of all bots, in declaration order. */
  readonly handovers: readonly LoadedHandover[];
  readonly channels: ReadonlyMap<string, LoadedChannel>;
  readonly records: readonly LoadedRecord[];
  /** What calendars certificates are counted with. */
  readonly countingOf: Scope['counting'];
}

export interface LoadedAutomation {
  readonly def: AutomationDef;
  readonly may: readonly LoadedPermission[];
  readonly mayNot: readonly LoadedPermission[];
}

export interface LoadedPermission {
  readonly def: PermissionDef;
  readonly when?: LoadedCondition;
}

export interface LoadedHandover {
  readonly automation: AutomationDef;
  readonly def: HandoverDef;
  readonly after: LoadedMoment;
  readonly counting: Counting;
}

export interface LoadedChannel {
  readonly def: ChannelDef;
  /** Of its hours; absent where it is always open, or where nothing is said. */
  readonly counting?: Counting;
}

export interface LoadedRecord {
  readonly def: RecordDef;
  readonly until?: LoadedMoment;
  readonly redacts: readonly LoadedRedaction[];
}

export interface LoadedRedaction {
  readonly def: RedactionDef;
  /** Absent where it is counted from the first event. */
  readonly at?: LoadedMoment;
  readonly counting: Counting;
}

export function loadConduct(policy: Policy, scope: Scope): Conduct {
  return {
    roles: new Map(policy.roles.map((role) => [role.id, role])),
    people: new Map(policy.people.map((person) => [person.name, person])),
    automations: new Map(policy.automations.map((def) => [def.id, loadAutomation(def, scope)])),
    handovers: policy.automations.flatMap((automation) =>
      automation.handsOver.map((def) => ({
        automation,
        def,
        after: loadMoment(def.after, scope),
        counting: scope.counting(def.calendar),
      })),
    ),
    channels: new Map(policy.channels.map((def) => [def.id, loadChannel(def, scope)])),
    records: policy.records.map((def) => loadRecord(def, scope)),
    countingOf: scope.counting,
  };
}

function loadAutomation(def: AutomationDef, scope: Scope): LoadedAutomation {
  const load = (permission: PermissionDef): LoadedPermission => ({
    def: permission,
    ...(permission.when && { when: loadCondition(permission.when, scope) }),
  });
  return { def, may: def.may.map(load), mayNot: def.mayNot.map(load) };
}

function loadChannel(def: ChannelDef, scope: Scope): LoadedChannel {
  const { hours } = def;
  return {
    def,
    ...(hours !== undefined && hours !== 'always' && { counting: scope.counting(hours.calendar) }),
  };
}

function loadRecord(def: RecordDef, scope: Scope): LoadedRecord {
  return {
    def,
    ...(def.retains && { until: loadMoment(def.retains.until, scope) }),
    redacts: def.redacts.map((redaction) => {
      const { due } = redaction;
      const isCounted = 'after' in due;
      return {
        def: redaction,
        ...(!isCounted && { at: loadMoment(due.at, scope) }),
        counting: scope.counting(isCounted ? due.calendar : undefined),
      };
    }),
  };
}
