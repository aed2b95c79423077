import { wordOf } from "../parts/wordOf";

/** The name of a factor by its code; one that is not named here shows its code. */
export function factorName(code: string): string {
  return wordOf("audit.factors", code);
}
