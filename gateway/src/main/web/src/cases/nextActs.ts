import type { Dossier, Next } from "./acting";

/** What is done by merging, splitting or by the machine, and not as an act of its own. */
const ELSEWHERE = ["TOOK_OVER", "MERGED_INTO", "SPLIT_OFF", "SPLIT_FROM", "CANDIDATE_OPENED"];

/** A step that can be asked for: rows of one event of a strand, of which what it carries chooses one. */
export interface Step {
  key: string;
  next: Next;
  allowed: boolean;
  rows: Next[];
}

export function stepsOf(dossier: Pick<Dossier, "next">): Step[] {
  const steps = new Map<string, Step>();
  for (const row of dossier.next) {
    if (ELSEWHERE.includes(row.event)) {
      continue;
    }
    const key = `${row.strand} ${row.event}`;
    const known = steps.get(key);
    if (known) {
      known.rows.push(row);
      known.allowed ||= row.allowed;
      known.next = known.next.allowed ? known.next : row;
    } else {
      steps.set(key, { key, next: row, allowed: row.allowed, rows: [row] });
    }
  }
  return [...steps.values()];
}

/** Guards that are asked when a step is done, of all its rows. */
export const askedOf = (step: Step) => [...new Set(step.rows.flatMap((row) => row.asked))];

export const documentsOf = (step: Step) => [...new Set(step.rows.flatMap((row) => row.documents))];

/** Acts by which a head decides; they are shown before all others. */
export const DECISIONS = [
  "FILED", "NOT_FILED", "DECIDED", "NO_PENALTY_DECIDED", "CASE_CLOSED", "COURT_APPLIED", "CLOSURE_ORDERED", "SUBMITTED", "LISTED", "NOT_LISTED", "RELEASED", "EXEMPTED", "DISCUSSED",
];

/** Acts that end something or let it go: asked for in red. */
export const GRAVE = ["NOT_FILED", "FILING_WITHDRAWN", "ORDER_WITHDRAWN", "DROPPED", "TERMINATED", "NO_PENALTY_DECIDED", "SENT_BACK", "TRANSFERRED", "APPEAL_ANNULLED"];
