import { fileKinds } from "#platform/files/file-kind.ts";
import type { KeptFile } from "#platform/files/store-file.ts";
import type { Request } from "./env.ts";

/**
 * A file that somebody uploaded, for somebody else's disk: never opened on our own pages as anything but a
 * picture in its frame, under a name that we made, and in a sandbox if a browser opens it all the same.
 */
export function answerFile(c: Request, file: KeptFile): Response {
  const { contentType, endings } = fileKinds[file.kind];
  return c.body(new Uint8Array(file.bytes), 200, {
    "Content-Type": contentType,
    "Content-Length": String(file.bytes.length),
    "Content-Disposition": `attachment; filename="${stemOf(file.name)}-${file.id.slice(0, 8)}.${endings[0]}"`,
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
  });
}

/** Letters, digits and hyphens of the name it was given; the rest of the name stays on the page. */
function stemOf(name: string): string {
  const plain = name
    .replace(/\.[A-Za-z0-9]{1,10}$/, "")
    .normalize("NFKD")
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return plain.slice(0, 60).toLowerCase() || "file";
}
