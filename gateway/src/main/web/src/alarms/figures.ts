const SYMBOLS: Record<string, string> = { "mg/m3": "mg/m³", "m3/h": "m³/h", "m3/s": "m³/s", degC: "℃", "1": "" };
const PLACES = 4;

/** A unit as people write it. */
export function unitOf(symbol: string | null | undefined): string {
  return symbol ? (SYMBOLS[symbol] ?? symbol) : "";
}

/** A decimal for reading: digit for digit, cut (never rounded) behind four places with a sign that it was. */
export function shortOf(value: string | null | undefined): string {
  if (value === null || value === undefined) {
    return "—";
  }
  const point = value.indexOf(".");
  return point < 0 || /[eE]/.test(value) || value.length - point - 1 <= PLACES ? value : `${value.slice(0, point + 1 + PLACES)}…`;
}

/** A value with its unit, digit for digit. */
export function withUnit(value: string | null | undefined, unit: string | null | undefined): string {
  return value === null || value === undefined ? "—" : `${shortOf(value)} ${unitOf(unit)}`.trimEnd();
}

/** A fraction as percent above, such as +10.5 %: the point moved by two places, cut behind the second. */
export function percentAbove(ratio: string | null | undefined): string {
  if (ratio === null || ratio === undefined) {
    return "—";
  }
  if (!/^-?\d+(\.\d+)?$/.test(ratio)) {
    return `${(Number(ratio) * 100).toFixed(2)} %`;
  }
  const negative = ratio.startsWith("-");
  const [whole = "0", rest = ""] = ratio.replace("-", "").split(".");
  const digits = rest.padEnd(4, "0");
  const percent = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const behind = digits.slice(2, 4).replace(/0+$/, "");
  return `${negative ? "−" : "+"}${percent}${behind === "" ? "" : `.${behind}`} %`;
}

/** How a value stands to its limit, for sorting and drawing only; null where there is no limit. */
export function shareOf(value: string | null | undefined, limit: string | null | undefined): number | null {
  const [above, below] = [Number(value), Number(limit)];
  return value && limit && below > 0 && Number.isFinite(above) ? above / below : null;
}
