import { api, answer } from "../wire/client";

const HOUR = 3_600_000;
const ZONED = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" });

/** What the gateway's clock says; a demonstration's runs faster than ours. */
export async function serverNow(): Promise<string> {
  return (await answer(api.GET("/api/v1/about", {}))).now;
}

export function hoursBefore(instant: string, hours: number): string {
  return new Date(Date.parse(instant) - hours * HOUR).toISOString();
}

export function hoursAfter(instant: string, hours: number): string {
  return hoursBefore(instant, -hours);
}

/** An instant as the fields of a form have it (2026-11-24T08:00), in legal time. */
export function fieldOf(instant: string): string {
  return ZONED.format(new Date(instant)).replace(" ", "T");
}

/** What a form's field says as an instant with the offset of legal time, which has no summer time. */
export function instantOf(field: string): string {
  return `${field.slice(0, 16)}:00+08:00`;
}

/** Day, month of an instant in legal time, such as 2026-11-24, 2026-11. */
export function legalDay(instant: string): string {
  return fieldOf(instant).slice(0, 10);
}

export function legalMonth(instant: string): string {
  return fieldOf(instant).slice(0, 7);
}

/** The first instant of a month and that of the following one. */
export function monthBounds(month: string): { from: string; until: string } {
  return { from: startOf(`${month}-01`), until: startOf(`${monthAfter(month, 1)}-01`) };
}

/** The instant at which a day, such as 2026-11-24, begins in legal time. */
export function startOf(day: string): string {
  return `${day}T00:00:00+08:00`;
}

/** The instant at which the day behind a day begins. */
export function endOf(day: string): string {
  return hoursAfter(startOf(day), 24);
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
