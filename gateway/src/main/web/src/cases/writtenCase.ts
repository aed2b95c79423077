import { regionOf } from "../parts/useRegions";
import { wordOf } from "../parts/wordOf";
import { words } from "../words";
import type { CaseLine } from "./acting";

/** Money as it came, with commas for reading; the digits stay. */
export function yuanOf(amount: string | null | undefined): string {
  if (!amount) {
    return "—";
  }
  const [whole = "", part] = amount.split(".");
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",")}${part ? `.${part}` : ""} ${words.global.t("cases.line.yuan")}`;
}

/** A strand such as PENALTY-1 in words. */
export function strandOf(strand: string): string {
  const cut = strand.lastIndexOf("-");
  const procedure = cut > 0 ? strand.slice(0, cut) : strand;
  const number = cut > 0 ? strand.slice(cut + 1) : "";
  return `${wordOf("cases.procedures", procedure)}${number && number !== "1" ? ` ${number}` : ""}`;
}

/** A factor by its code in words. */
export const factorOf = (code: string | null) => wordOf("outlets.factors", code);

/** What a file is about beside the party: outlet, factor, month. */
export function aboutOf(line: CaseLine): string {
  return [line.outlet, line.factor ? factorOf(line.factor) : null, line.month].filter(Boolean).join(" · ");
}

/** Whom a file is about: the enterprise, or the county that is to be listed. */
export function partyOf(line: CaseLine): string {
  return line.enterpriseName ?? line.enterprise ?? regionOf(line.county);
}

/** A guard with what it looks at, and behind a colon what does not hold, as the server says it. */
export function hindranceOf(said: string): string {
  const found = /^([A-Z_]+)(?::([\w-]+))?(?:: (.*))?$/s.exec(said);
  if (!found || wordOf("cases.guards", found[1]) === found[1]) {
    return said;
  }
  const period = wordOf("cases.periods", found[2]);
  const about = found[2] ? `（${period === found[2] ? wordOf("cases.matters", found[2]) : period}）` : "";
  return `${wordOf("cases.guards", found[1])}${about}${found[3] ? `：${found[3]}` : ""}`;
}

export function conditionOf(condition: string): string {
  return condition.split(" ").filter(Boolean).map((one) => wordOf("cases.conditions", one)).join(" ");
}
