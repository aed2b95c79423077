import { minuteOf, nameOf } from "../parts/written";
import { isOpen, placeOf, type Alarm } from "./said";

export const GROUPINGS = ["none", "outlet", "enterprise", "region", "hour"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Alarms that have something in common. */
export interface AlarmGroup {
  key: string;
  name: string;
  alarms: Alarm[];
  open: Alarm[];
}

function keyOf(alarm: Alarm, by: Grouping): { key: string; name: string } {
  switch (by) {
    case "outlet":
      return { key: `${alarm.subject.kind} ${alarm.subject.id}`, name: placeOf(alarm) };
    case "enterprise":
      return alarm.enterprise ? { key: alarm.enterprise.id, name: nameOf(alarm.enterprise) } : { key: `REGION ${alarm.region.id}`, name: nameOf(alarm.region) };
    case "region":
      return { key: alarm.region.id, name: nameOf(alarm.region) };
    case "hour":
      return { key: alarm.firstHour, name: minuteOf(alarm.firstHour) };
    case "none":
      return { key: "", name: "" };
  }
}

/** The groups in the order of their first alarm. */
export function groupsOf(alarms: Alarm[], by: Grouping): AlarmGroup[] {
  const groups = new Map<string, AlarmGroup>();
  for (const alarm of alarms) {
    const { key, name } = keyOf(alarm, by);
    const group = groups.get(key) ?? { key, name, alarms: [], open: [] };
    groups.set(key, group);
    group.alarms.push(alarm);
    if (isOpen(alarm)) {
      group.open.push(alarm);
    }
  }
  return [...groups.values()];
}
