import type { Dossier, Next } from "./acting";

/** What an act carries beside its reason: a document, a proof of service, a day, a finding, money. */
export type Carried = "NUMBER" | "AMOUNT" | "DAY" | "PROOF" | "FOUND" | "CIRCUMSTANCES" | "LAW" | "SECOND";

const ISSUED = [
  "FILED", "TRANSFERRED", "CASE_REVIEWED", "LAW_CONFIRMED", "NOTICE_ISSUED", "DECIDED", "NO_PENALTY_DECIDED", "SURCHARGE_CONFIRMED", "COURT_APPLIED", "ORDER_ISSUED",
  "RESTRICTION_EXTENDED", "SUBMITTED", "GOVERNMENT_APPROVED", "CLOSURE_ORDERED", "LISTED", "RELEASED", "WARNED", "APPROVALS_LIMITED",
];
const SERVICE = ["NOTICE_SERVED", "HEARING_CALLED", "DECISION_SERVED", "DEMAND_SERVED", "ORDER_SERVED"];
const DATED = [
  "STATEMENT_MADE", "RIGHTS_WAIVED", "HEARING_REQUESTED", "HEARING_HELD", "HEARING_WITHDRAWN", "DISCLOSED", "RECONSIDERATION_FILED", "RECONSIDERATION_UPHELD", "LITIGATION_FILED",
  "LITIGATION_UPHELD", "APPEAL_ANNULLED", "CORRECTION_REPORTED", "CANNOT_CORRECT", "PLAN_FILED", "WORKS_FINISHED", "COMPLETION_FILED", "RELEASE_APPLIED", "INTERVIEWED",
];
const CHECKED: Record<string, string[]> = {
  RECHECKED: ["CORRECTED", "STOPPED", "STILL_VIOLATING", "OBSTRUCTED"], INSPECTED: ["GOOD", "BAD"], FOLLOWED_UP: ["GOOD", "BAD"], CLOSURE_VERIFIED: ["GOOD", "BAD"], VERIFIED: ["GOOD", "BAD"],
};
const OWN_NUMBER = ["GOVERNMENT_APPROVED", "SUBMITTED"];
const AMOUNT_ASKED = ["AMOUNT_GIVEN", "FINE_WITHIN_LAW", "DAILY_AMOUNT", "SURCHARGE_AMOUNT", "NOT_ABOVE_NOTICE"];

/** The fields of an act's form, and which of them must be filled in. */
export function fieldsOf(event: string, asked: string[]): { field: Carried; must: boolean }[] {
  const fields: { field: Carried; must: boolean }[] = [];
  const asks = (guards: string[]) => asked.some((use) => guards.includes(use.split(":")[0] ?? ""));
  if (asks(["TWO_OFFICERS"])) {
    fields.push({ field: "SECOND", must: true });
  }
  if (event === "LAW_CONFIRMED") {
    fields.push({ field: "LAW", must: true });
  } else if (ISSUED.includes(event)) {
    fields.push({ field: "NUMBER", must: OWN_NUMBER.includes(event) });
  }
  if (event === "CASE_REVIEWED") {
    fields.push({ field: "CIRCUMSTANCES", must: false });
  }
  if (event === "PAID" || asks(AMOUNT_ASKED)) {
    fields.push({ field: "AMOUNT", must: true });
  }
  if (SERVICE.includes(event)) {
    fields.push({ field: "PROOF", must: true });
  }
  if (event in CHECKED) {
    fields.push({ field: "FOUND", must: true });
  }
  if ([...SERVICE, ...DATED, ...ISSUED, ...Object.keys(CHECKED), "PAID"].includes(event)) {
    fields.push({ field: "DAY", must: false });
  }
  return fields;
}

export const foundsOf = (event: string) => CHECKED[event] ?? [];

/** Amounts that the file knows for an act of a strand: announced before, counted for the round, the surcharge of today. */
export function knownAmounts(dossier: Dossier, next: Next): string[] {
  const named = dossier.acts.filter((act) => act.strand === next.strand && act.amount !== null && act.kind !== "PAID").map((act) => act.amount as string);
  const order = Number(next.strand.split("-").pop());
  const daily = dossier.money.dailyPenalty.filter((one) => next.strand.startsWith("DAILY_PENALTY") && one.order === order).flatMap((one) => one.rounds.map((round) => round.amount));
  const surcharge = dossier.money.surcharges.filter((one) => next.event === "SURCHARGE_CONFIRMED" && one.strand === next.strand).map((one) => one.amount);
  return [...new Set([...surcharge, ...daily, ...named.slice(-1)])].filter((amount) => Number(amount) > 0);
}
