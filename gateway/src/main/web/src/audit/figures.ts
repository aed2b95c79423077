import type { RouteLocationRaw } from "vue-router";
import type { Shape } from "../wire/client";

export type Share = NonNullable<Shape<"ShownRate">>;
export type Variant = "REAL_TIME" | "FINAL";

/** Hours of factors as they were counted, of a version of a month or of now. */
export interface Count {
  due: number;
  effective: Share | null;
  transmission: Share | null;
  validity: Share | null;
  excluded: { stopped: number; exempt: number; ownOutage: number; standardCheck: number };
  band: string;
}

/** A line of a table of figures; with an address it can be followed down. */
export interface FigureRow {
  key: string;
  name: string;
  under?: string;
  to?: RouteLocationRaw;
  place?: number | null;
  count: Count;
  enterprises?: { passing: number; rated: number } | null;
}

export function countOfFigures(figures: NonNullable<Shape<"Figures">>): Count {
  const { due, effective, transmission, validity, stopped, exempt, ownOutage, standardCheck, band } = figures;
  return { due, effective, transmission, validity, excluded: { stopped, exempt, ownOutage, standardCheck }, band };
}

export function countOfLine(line: Shape<"CountLine">): Count {
  const share = (part: number, whole: number, percent: string | null): Share | null =>
    percent === null ? null : { part, whole, percent };
  return {
    due: line.due,
    effective: share(line.valid, line.due, line.effectivePct),
    transmission: share(line.received, line.due, line.transmissionPct),
    validity: share(line.valid, line.received, line.validityPct),
    excluded: line.excluded,
    band: line.band,
  };
}

/** Whether anything was counted: an hour that was due, or one that was taken out of the count. */
export function isCounted(count: Count): boolean {
  return count.due > 0 || Object.values(count.excluded).some((hours) => hours > 0);
}

/** Which of two rates is higher, exactly, by their hours; what has no rate is behind all. */
export function compareCounts(one: Count, other: Count): number {
  if (one.effective === null || other.effective === null) {
    return Number(one.effective !== null) - Number(other.effective !== null);
  }
  return one.effective.part * other.effective.whole - other.effective.part * one.effective.whole;
}

/** Lines best first with their places, equal ones in the same place; what has no rate has no place and comes last. */
export function ranked(rows: FigureRow[]): FigureRow[] {
  const sorted = [...rows].sort((a, b) => compareCounts(b.count, a.count) || (a.key < b.key ? -1 : 1));
  let place = 0;
  return sorted.map((row, i) => {
    const before = sorted[i - 1];
    if (before === undefined || compareCounts(before.count, row.count) !== 0) {
      place = i + 1;
    }
    return { ...row, place: row.count.effective === null ? null : place };
  });
}

/** Lines lowest rate first; what has no rate comes last. */
export function lowestFirst(rows: FigureRow[]): FigureRow[] {
  return [...rows].sort((a, b) => {
    const without = Number(a.count.effective === null) - Number(b.count.effective === null);
    return without || compareCounts(a.count, b.count) || (a.key < b.key ? -1 : 1);
  });
}
