const UNITS: [number, string][] = [[86_400, "d"], [3_600, "h"], [60, "min"], [1, "s"]];

/** So many seconds in the two largest units that say something, such as 2 h 5 min. */
export function lastingOf(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) {
    return "—";
  }
  let rest = Math.round(Math.abs(seconds));
  const first = UNITS.findIndex(([size]) => rest >= size);
  if (first < 0) {
    return "0 s";
  }
  const told: string[] = [];
  for (const [size, symbol] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) {
      told.push(`${count} ${symbol}`);
    }
  }
  return told.join(" ");
}

/** How long it was between two instants; a dash while the second is not there. */
export function lasted(from: string, until: string | null | undefined): string {
  return until ? lastingOf((Date.parse(until) - Date.parse(from)) / 1000) : "—";
}
