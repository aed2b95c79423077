import { words } from "../words";

const ZONE = "Asia/Shanghai";
const DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short" });
const MINUTE = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short", timeStyle: "short" });
const SECOND = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short", timeStyle: "medium" });
const CLOCK = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, timeStyle: "short" });

/** An instant in legal time (Asia/Shanghai), as 2026-11-24 08:00; a dash for what is not there. */
export function minuteOf(instant: string | null | undefined): string {
  return instant ? MINUTE.format(new Date(instant)) : "—";
}

export function secondOf(instant: string | null | undefined): string {
  return instant ? SECOND.format(new Date(instant)) : "—";
}

export function dayOf(instant: string | null | undefined): string {
  return instant ? DAY.format(new Date(instant)) : "—";
}

export function clockOf(instant: string | null | undefined): string {
  return instant ? CLOCK.format(new Date(instant)) : "—";
}

/** A figure with its unit; a dash for what is not there, never zero. */
export function quantityOf(quantity: { value: string; unit: string } | null | undefined): string {
  return quantity ? `${quantity.value} ${quantity.unit}` : "—";
}

/** A share as a percentage with two places. */
export function percentOf(share: string | number | null | undefined): string {
  return share === null || share === undefined ? "—" : `${(Number(share) * 100).toFixed(2)} %`;
}

/** A thing with names in two languages, in the language that is spoken. */
export function nameOf(named: { name: string; nameEn: string | null } | null | undefined): string {
  if (!named) {
    return "—";
  }
  return (words.global.locale.value === "en" ? named.nameEn : null) ?? named.name;
}
