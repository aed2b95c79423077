import type { operations } from "../wire/contract";

type Query = NonNullable<operations["caseFiles"]["parameters"]["query"]>;

export interface Filters {
  county: string;
  enterprise: string;
  stage: string;
  dueBefore: string;
  amountFrom: string;
  amountUntil: string;
  overdue: boolean;
  repeat: boolean;
  open: "" | "true" | "false";
  mine: boolean;
}

export function noFilters(): Filters {
  return { county: "", enterprise: "", stage: "", dueBefore: "", amountFrom: "", amountUntil: "", overdue: false, repeat: false, open: "true", mine: false };
}

/** What is asked of the server; `mine` is sorted out here, for the contract has no such condition. */
export function queryOf(filters: Filters): Query {
  return {
    county: filters.county || undefined,
    enterprise: filters.enterprise.trim() || undefined,
    stage: (filters.stage || undefined) as Query["stage"],
    dueBefore: filters.dueBefore || undefined,
    amountFrom: filters.amountFrom.trim() || undefined,
    amountUntil: filters.amountUntil.trim() || undefined,
    overdue: filters.overdue || undefined,
    repeat: filters.repeat || undefined,
    open: filters.open === "" ? undefined : filters.open === "true",
  };
}
