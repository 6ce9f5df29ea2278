/** Characters that XML cannot hold are written as "_x000D_"; NUL goes, because no database holds it as text. */
export function spelledOut(text: string): string {
  if (!text.includes("_x") && !text.includes("\r")) return text;
  return text
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll("\0", "")
    .replaceAll(/\r\n?/g, "\n")
    .toWellFormed();
}

/** The other way: a text in which "_x000D_" was typed must come back as typed, and what XML cannot hold goes. */
export function spelledFor(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}
