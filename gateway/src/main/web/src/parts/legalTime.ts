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
  const [year, number] = month.split("-").map(Number) as [number, number];
  const after = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
  return { from: `${month}-01T00:00:00+08:00`, until: `${after}-01T00:00:00+08:00` };
}
