import type { Shape } from "../wire/client";
import type { Variant } from "./figures";

/** What every part of a month is told: the month, and which version and figure are shown (the newest if none is chosen). */
export interface MonthPart {
  month: Shape<"Month">;
  version: number | undefined;
  variant: Variant;
}

/** The query of a version of a month. */
export function versionOf(part: MonthPart): { version?: number } {
  return part.version === undefined ? {} : { version: part.version };
}
