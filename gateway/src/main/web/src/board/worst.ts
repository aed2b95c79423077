import { shareOf } from "../alarms/figures";
import { LEVELS, type Outlet } from "./city";
import type { Shape } from "../wire/client";

export type Latest = Shape<"Latest">;

/** The figure that is shown against the limit: the converted one where it was sent, else the measured one. */
export function shownOf(latest: Latest): { value: string; unit: string } | null {
  return latest.converted ?? latest.measured;
}

/** How the shown figure stands to the limit; null without both. */
export function share(latest: Latest): number | null {
  return shareOf(shownOf(latest)?.value, latest.limit?.value);
}

/** Figures that have a limit, the nearest to it first. */
export function limited(outlet: Outlet): Latest[] {
  return outlet.latest.filter((latest) => latest.limit !== null).sort((one, other) => (share(other) ?? -1) - (share(one) ?? -1));
}

function rank(outlet: Outlet): number[] {
  const nearest = limited(outlet)[0];
  return [
    LEVELS.indexOf(outlet.alarmLevel as (typeof LEVELS)[number]), outlet.activeAlarms, outlet.state === "REPORTING" ? 0 : 1,
    (nearest ? share(nearest) : null) ?? -1,
  ];
}

/** The worst first: by gravest alarm, number of alarms, silence, and how near the figures are to their limits. */
export function worstFirst(outlets: Outlet[]): Outlet[] {
  return outlets
    .map((outlet) => ({ outlet, rank: rank(outlet) }))
    .sort((one, other) => {
      const differs = one.rank.findIndex((figure, i) => figure !== other.rank[i]);
      return differs < 0 ? (one.outlet.id < other.outlet.id ? -1 : 1) : (other.rank[differs] ?? 0) - (one.rank[differs] ?? 0);
    })
    .map(({ outlet }) => outlet);
}
