import { words } from "../words";
import type { DivisionFigures } from "./city";
import type { Divisions } from "./divisions";

/** What the map shows, in words for those who do not see it. */
export function saidOnMap(divisions: Divisions, figures: Map<string, DivisionFigures>): string {
  const { t } = words.global;
  const parts = divisions.codes.map((code) => {
    const here = figures.get(code);
    return here?.level
      ? t("board.mapPartLevel", [divisions.nameOf(code), here.active, t(`shell.levels.${here.level}`)])
      : t("board.mapPart", [divisions.nameOf(code), here?.active ?? 0]);
  });
  return t("board.mapLabel", [parts.join(", ")]);
}
