const BYTES = 16;

function shown(code: number): string {
  return code >= 32 && code < 127 ? String.fromCharCode(code) : ".";
}

/** Bytes in hexadecimal, sixteen to a line, each line with its offset and what is printable of it. */
export function hexLines(hex: string): string {
  const lines: string[] = [];
  for (let at = 0; at < hex.length; at += BYTES * 2) {
    const bytes = hex.slice(at, at + BYTES * 2).match(/../g) ?? [];
    const text = bytes.map((byte) => shown(Number.parseInt(byte, 16))).join("");
    lines.push(`${(at / 2).toString(16).padStart(5, "0")}  ${bytes.join(" ").padEnd(BYTES * 3 - 1)}  ${text}`);
  }
  return lines.join("\n");
}
