import { UnreadableFile } from "../unreadable-file.ts";

export type CleanPicture = {
  kind: "png" | "jpeg" | "webp";
  bytes: Uint8Array;
  width: number;
  height: number;
};

/** A camera of today makes 50 million pixels; a page of A4 in print needs 9. */
const mostPixels = 60_000_000;
const longestSide = 4_000;

/**
 * Draws the picture anew: what was hidden in the file, where it was taken, and whatever else it could have been
 * opened as are gone. It stands upright, and is no larger than a print needs. Of a picture that moves, the first
 * is kept.
 */
export function cleanPicture(
  bytes: Uint8Array,
  kind: "png" | "jpeg" | "webp" | "gif",
): Promise<CleanPicture> {
  return oneByOne(() => drawAnew(bytes, kind));
}

let last: Promise<unknown> = Promise.resolve();

/** A large picture takes 150 MB while it is drawn: two people's pictures wait for each other. */
function oneByOne<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work);
  last = result.catch(() => {});
  return result;
}

async function drawAnew(bytes: Uint8Array, kind: "png" | "jpeg" | "webp" | "gif"): Promise<CleanPicture> {
  // Not at the start of the program, which would wait for it.
  const { default: sharp } = await import("sharp");
  const target = kind === "gif" ? "png" : kind;
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", pages: 1 });
  try {
    const { format, width, height } = await picture.metadata();
    if (format !== kind) throw new UnreadableFile(damaged);
    if (width * height > mostPixels) throw new UnreadableFile(tooManyPixels);
    const drawn = await picture
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .toFormat(target, target === "png" ? { compressionLevel: 9 } : { quality: 85 })
      .toBuffer({ resolveWithObject: true });
    const { data, info } = drawn;
    return { kind: target, bytes: new Uint8Array(data), width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(/pixel limit/i.test((error as Error).message) ? tooManyPixels : damaged);
  }
}

const damaged = "The selected picture is damaged: open it in its own program, save it again and upload that";
const tooManyPixels = "The selected picture has more than 60 million pixels: make it smaller and upload that";
