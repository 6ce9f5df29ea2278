import { formFromWords, formToWords, type StudyForm } from "./study-form.ts";

/**
 * The data travels in the part of the address after the hash, which a browser never sends: nobody stores it.
 * "z" says that it is packed; "p" that the browser could not pack.
 */
export async function shareFragment(form: StudyForm): Promise<string> {
  const bytes = new TextEncoder().encode(formToWords(form));
  if (typeof CompressionStream === "undefined") return `p${base64url(bytes)}`;
  return `z${base64url(await through(bytes, new CompressionStream("deflate-raw")))}`;
}

/** Null when the fragment is none of ours, or was cut short on its way. */
export async function formFromFragment(fragment: string): Promise<StudyForm | null> {
  const found = /^#?([zp])([\w-]+)$/.exec(fragment);
  if (!found) return null;
  try {
    const bytes = fromBase64url(found[2]!);
    const plain = found[1] === "p" ? bytes : await through(bytes, new DecompressionStream("deflate-raw"));
    return formFromWords(new TextDecoder("utf-8", { fatal: true }).decode(plain));
  } catch {
    return null;
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Response(bytes).body!.pipeThrough(stream);
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

function base64url(bytes: Uint8Array): string {
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
