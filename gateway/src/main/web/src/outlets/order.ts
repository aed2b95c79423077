import { limited, shareOfLimit, type Outlet } from "./latest";

export type OutletOrder = "name" | "region" | "state" | "level" | "alarms" | "share" | "heard";

const LEVELS = ["RED", "ORANGE", "YELLOW", "BLUE"];
const STATES = ["NEVER_HEARD", "SILENT", "REPORTING"];

function rank(list: string[], value: string | null): number {
  const at = value === null ? -1 : list.indexOf(value);
  return at < 0 ? list.length : at;
}

const highest = (outlet: Outlet) => Math.max(-1, ...limited(outlet).map((latest) => shareOfLimit(latest) ?? -1));

const COMPARE: Record<OutletOrder, (a: Outlet, b: Outlet) => number> = {
  name: (a, b) => `${a.enterprise.name}${a.name}`.localeCompare(`${b.enterprise.name}${b.name}`, "zh-CN"),
  region: (a, b) => a.region.id.localeCompare(b.region.id),
  state: (a, b) => rank(STATES, a.state) - rank(STATES, b.state),
  level: (a, b) => rank(LEVELS, a.alarmLevel) - rank(LEVELS, b.alarmLevel),
  alarms: (a, b) => b.activeAlarms - a.activeAlarms,
  share: (a, b) => highest(b) - highest(a),
  heard: (a, b) => (b.lastHeardAt ?? "").localeCompare(a.lastHeardAt ?? ""),
};

/** Outlets in an order: the gravest first, or the other way round; equal ones by name. */
export function ordered(outlets: Outlet[], by: OutletOrder, turned: boolean): Outlet[] {
  const sorted = [...outlets].sort((a, b) => COMPARE[by](a, b) || COMPARE.name(a, b));
  return turned ? sorted.reverse() : sorted;
}
