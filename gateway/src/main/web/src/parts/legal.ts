const HOUR = 3_600_000;
const OFFSET = "+08:00";

/** The instant at which a day, such as 2026-11-24, begins in legal time. */
export function startOf(day: string): string {
  return `${day}T00:00:00${OFFSET}`;
}

/** The instant at which the day behind a day begins. */
export function endOf(day: string): string {
  return new Date(Date.parse(startOf(day)) + 24 * HOUR).toISOString();
}

/** The hour of the day, 0 to 23, in legal time. */
export function legalHour(instant: string): number {
  return new Date(Date.parse(instant) + 8 * HOUR).getUTCHours();
}

/** The days of a month such as 2026-11, in order. */
export function daysOf(month: string): string[] {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: last }, (_, i) => `${month}-${String(i + 1).padStart(2, "0")}`);
}

/** The month so many months behind a month; negative for one before it. */
export function monthAfter(month: string, step: number): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const count = year * 12 + number - 1 + step;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}
