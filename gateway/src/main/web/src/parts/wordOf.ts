import { words } from "../words";

/** The word for a value of an enumeration, such as `outlets.states.SILENT`; a value that has no word yet shows itself. */
export function wordOf(group: string, code: string | null | undefined): string {
  if (code === null || code === undefined || code === "") {
    return "—";
  }
  const key = `${group}.${code}`;
  return words.global.te(key) ? words.global.t(key) : code;
}

/** A code with something behind it, such as "FLAGGED M": the first in words, the rest as it stands. */
export function phraseOf(group: string, text: string | null | undefined): string {
  if (!text) {
    return "—";
  }
  const [first, ...rest] = text.split(" ");
  return [wordOf(group, first), ...rest].join(" ");
}
