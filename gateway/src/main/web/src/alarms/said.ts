import { nameOf } from "../parts/written";
import { words } from "../words";
import type { Shape } from "../wire/client";

export type Alarm = Shape<"Alarm">;

/** A code in words of a group of the alarms' words; a code that is not known there shows itself. */
export function coded(group: string, code: string | null | undefined): string {
  if (!code) {
    return "—";
  }
  const key = `alarms.${group}.${code}`;
  return words.global.te(key) ? words.global.t(key) : code;
}

/** Whom an alarm is about: enterprise and outlet, an enterprise, or a division. */
export function placeOf(alarm: Alarm): string {
  return alarm.outlet ? `${nameOf(alarm.enterprise)} · ${nameOf(alarm.outlet)}` : nameOf(alarm.subject);
}

/** The factor; empty for an alarm that is about no single one. */
export function factorOf(alarm: Alarm): string {
  return alarm.factor.id === "ALL" ? "" : nameOf(alarm.factor);
}

export function typeOf(alarm: Alarm): string {
  return coded("types", alarm.type);
}

/** What a step says: its reason as a word, the rest (who, about what, why) as it stands. */
export function detailOf(detail: string): string {
  const [reason, ...rest] = detail.split(" · ");
  return [coded("reasons", reason), ...rest].join(" · ");
}

/** A reason with something behind it, such as "FLAGGED M": the first word for people, the rest as it stands. */
export function phraseOf(group: string, text: string | null): string {
  if (!text) {
    return "—";
  }
  const [first, ...rest] = text.split(" ");
  return [coded(group, first), ...rest].join(" ");
}

/** A data flag with its usual meaning; letters differ between editions of the standard, so they stay. */
export function flagOf(flag: string | null): string {
  if (flag === null) {
    return "—";
  }
  const said = coded("flags", flag);
  return said === flag ? flag : `${flag} ${said}`;
}

export function isActive(alarm: Alarm): boolean {
  return alarm.clearedAt === null;
}

export function isOpen(alarm: Alarm): boolean {
  return alarm.acknowledgement === null;
}
