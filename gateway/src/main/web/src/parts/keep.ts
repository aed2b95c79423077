/** Hands bytes that came to the browser's downloads under a name. */
export function keep(bytes: Blob, name: string): void {
  const place = document.createElement("a");
  place.href = URL.createObjectURL(bytes);
  place.download = name;
  place.click();
  setTimeout(() => URL.revokeObjectURL(place.href), 60_000);
}
