import type { Shape } from "../wire/client";

export type Outlet = Shape<"Outlet">;
export type Latest = Shape<"Latest">;

/** What is compared with the limit: the converted figure where there is one, else the measured one. */
export function compared(latest: Latest): { value: string; unit: string } | null {
  return latest.converted ?? latest.measured;
}

/** The share of the limit, for order and for bars only; figures are shown as they came. */
export function shareOfLimit(latest: Latest): number | null {
  const figure = compared(latest);
  if (figure === null || latest.limit === null || figure.unit !== latest.limit.unit) {
    return null;
  }
  const limit = Number(latest.limit.value);
  return limit > 0 ? Number(figure.value) / limit : null;
}

export function isAbove(latest: Latest): boolean {
  return (shareOfLimit(latest) ?? 0) > 1;
}

/** Figures of outlets that have a limit; the rest (flow, temperature, oxygen) stands in the file. */
export function limited(outlet: Outlet): Latest[] {
  return outlet.latest.filter((latest) => latest.limit !== null);
}

/** Every figure, those with a limit first. */
export function limitedFirst(outlet: Outlet): Latest[] {
  return [...limited(outlet), ...outlet.latest.filter((latest) => latest.limit === null)];
}

/** Symbols of units as people write them. */
export function unitOf(symbol: string | null | undefined): string {
  const written: Record<string, string> = { "mg/m3": "mg/m³", "m3/h": "m³/h", "m3/s": "m³/s", degC: "℃", "1": "" };
  return symbol ? (written[symbol] ?? symbol) : "";
}

export function figureOf(quantity: { value: string; unit: string } | null | undefined): string {
  return quantity ? `${quantity.value} ${unitOf(quantity.unit)}`.trim() : "—";
}
