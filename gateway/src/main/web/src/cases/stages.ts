import type { Shape } from "../wire/client";
import type { Role } from "../session/session";

export type Column = "CLUE" | "INQUIRY" | "NOTICE" | "DECISION" | "SERVICE" | "EXECUTION" | "LISTING" | "END";

/** The stages of the six procedures in the columns of the board; what is in none has ended. */
export const COLUMNS: Record<Exclude<Column, "END">, string[]> = {
  CLUE: ["CANDIDATE", "REVIEWED", "INFORMED"],
  INQUIRY: ["FILED", "INVESTIGATED", "CASE_REVIEWED", "PROPOSED"],
  NOTICE: ["NOTICE_ISSUED", "NOTIFIED", "HEARING", "HEARD"],
  DECISION: ["LEGAL_REVIEWED", "DISCUSSED", "SUBMITTED", "APPROVED"],
  SERVICE: ["DECIDED", "ISSUED", "SERVED", "REPORTED"],
  EXECUTION: ["SURCHARGED", "DEMANDED", "COURT", "PAID", "IN_FORCE", "PLANNED", "FINISHED", "LIFTED"],
  LISTING: ["LISTED", "RECTIFYING", "WARNED", "INTERVIEWED", "APPROVALS_LIMITED", "APPLIED", "VERIFIED"],
};

export function columnOf(stage: string): Column {
  const found = (Object.entries(COLUMNS) as [Column, string[]][]).find(([, stages]) => stages.includes(stage));
  return found?.[0] ?? "END";
}

export const hasEnded = (stage: string) => columnOf(stage) === "END";

/**
 * Whose turn it is by the stage, where a role has to act for the case to go on; what a person may do in full is said by the
 * server in the file itself.
 */
const TURNS: Partial<Record<Role, Record<string, string[]>>> = {
  OFFICER: {
    PENALTY: ["CANDIDATE", "REVIEWED", "FILED", "INVESTIGATED", "CASE_REVIEWED", "NOTICE_ISSUED", "DECIDED"],
    ORDER: ["ISSUED", "SERVED", "REPORTED"], SUSPENSION: ["PROPOSED", "NOTICE_ISSUED", "DECIDED", "LIFTED"],
    DAILY_PENALTY: ["PROPOSED", "NOTICE_ISSUED", "DECIDED"], CLOSURE: ["PROPOSED", "NOTICE_ISSUED", "DECIDED", "IN_FORCE"], LISTING: ["APPLIED"],
  },
  LEGAL_REVIEWER: {
    PENALTY: ["NOTIFIED", "HEARD"], SUSPENSION: ["NOTIFIED", "HEARD"], DAILY_PENALTY: ["NOTIFIED", "HEARD"], CLOSURE: ["NOTIFIED", "HEARD"],
  },
  HEAD: {
    PENALTY: ["INFORMED", "LEGAL_REVIEWED", "DISCUSSED", "PAID"], SUSPENSION: ["LEGAL_REVIEWED", "DISCUSSED"],
    DAILY_PENALTY: ["LEGAL_REVIEWED", "DISCUSSED", "PAID"], CLOSURE: ["LEGAL_REVIEWED", "DISCUSSED", "APPROVED"], LISTING: ["PROPOSED", "VERIFIED"],
  },
  COUNTY: { LISTING: ["LISTED", "RECTIFYING", "WARNED", "INTERVIEWED", "APPROVALS_LIMITED"] },
};

export function isTurnOf(roles: Role[], strand: Shape<"CaseStrandLine">): boolean {
  return roles.some((role) => TURNS[role]?.[strand.procedure]?.includes(strand.stage) ?? false);
}
