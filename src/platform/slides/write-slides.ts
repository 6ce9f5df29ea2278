import type pptxgenjs from "pptxgenjs";
import { unpackOwn } from "../zip/repack.ts";
import { writeZip, type ZipEntry } from "../zip/write-zip.ts";
import { slideBody, type Deck, type Slide } from "./slide.ts";
import { slideParts, type Counter, type SlideParts } from "./slide-parts.ts";

/**
 * A presentation of PowerPoint's own shapes, tables and charts, all of which can be edited. The library makes the
 * package with its master and titles; what stands on the slides is ours, because connectors that stay with their
 * boxes, alternative texts and the marks of a chart's points are beyond it. The same content makes the same bytes.
 */
export async function writeSlides(deck: Deck): Promise<Uint8Array<ArrayBuffer>> {
  const counter: Counter = { charts: 0, pictures: 0 };
  const made = deck.slides.map((slide) => slideParts(slide, counter));
  const skeleton = await unpackOwn(await skeletonOf(deck));
  const parts = made.flatMap((slide) => slide.parts);
  const names = new Set([...skeleton, ...parts].map(({ name }) => name));
  return writeZip([
    ...skeleton.map(({ name, content }) => ({ name, content: filled(name, content, { deck, made, names }) })),
    ...parts,
  ]);
}

const typeface = "Arial";
const centimetresOfInch = 2.54;
const titlePlace = { x: slideBody.x, y: 0.9, w: slideBody.w, h: 2.2 };
const numberPlace = { x: 31, y: 18, w: 1.6, h: 0.7 };
const master = "Title";
const usualSize = 28;

/** What the library exports when it is imported, which its types say for require alone. */
type Library = { default: typeof pptxgenjs.default };

async function skeletonOf({ title, slides }: Deck): Promise<Uint8Array> {
  // Not at the start of the program, which would wait for it.
  const { default: Presentation } = (await import("pptxgenjs")) as unknown as Library;
  const presentation = new Presentation();
  presentation.layout = "LAYOUT_WIDE";
  presentation.title = printable(title);
  presentation.author = "Throughline";
  presentation.company = "";
  presentation.theme = { headFontFace: typeface, bodyFontFace: typeface };
  presentation.defineSlideMaster({
    title: master,
    background: { color: "FFFFFF" },
    objects: [{ placeholder: { options: { name: "title", type: "title", ...titleStyle }, text: "" } }],
    slideNumber: {
      ...inches(numberPlace),
      fontFace: typeface,
      fontSize: 10,
      color: "4C6272",
      align: "right",
    },
  });
  for (const slide of slides) addSlide(presentation.addSlide({ masterName: master }), slide);
  return (await presentation.write({ outputType: "uint8array" })) as Uint8Array;
}

const titleStyle = {
  ...inches(titlePlace),
  fontFace: typeface,
  fontSize: usualSize,
  bold: true,
  color: "212B32",
  align: "left" as const,
  valign: "middle" as const,
  margin: 0,
};

type EmptySlide = {
  addText(text: string, options: { placeholder: string }): unknown;
  addNotes(notes: string): unknown;
};

function addSlide(empty: EmptySlide, { title, notes }: Slide): void {
  empty.addText(printable(title), { placeholder: "title" });
  if (notes) empty.addNotes(printable(notes));
}

function inches({ x, y, w, h }: typeof titlePlace) {
  return {
    x: x / centimetresOfInch,
    y: y / centimetresOfInch,
    w: w / centimetresOfInch,
    h: h / centimetresOfInch,
  };
}

/** The library escapes what XML gives a meaning to, and passes on what it cannot hold. */
function printable(text: string): string {
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
}

type Filling = { deck: Deck; made: readonly SlideParts[]; names: ReadonlySet<string> };

function filled(
  name: string,
  content: ZipEntry["content"],
  { deck, made, names }: Filling,
): ZipEntry["content"] {
  if (!/\.(?:xml|rels)$/.test(name)) return content;
  const text = Buffer.from(content as Uint8Array)
    .toString("utf8")
    .replaceAll('="en-US"', '="en-GB"');
  if (name === "docProps/core.xml") return dated(text, deck.at);
  if (name === "[Content_Types].xml") return withTypes(text, names);
  if (/^ppt\/slideLayouts\/slideLayout\d+\.xml$/.test(name)) return withPlainTitle(text);
  const number = /^ppt\/slides\/(?:_rels\/)?slide(\d+)\.xml/.exec(name)?.[1];
  const own = number === undefined ? undefined : made[Number(number) - 1];
  if (!own) return text;
  return name.endsWith(".rels")
    ? text.replace("</Relationships>", () => `${own.relations}</Relationships>`)
    : withTitleThatFits(withPlainTitle(text), deck.slides[Number(number) - 1]!.title).replace(
        "</p:spTree>",
        () => `${own.xml}</p:spTree>`,
      );
}

/** A title that every program takes for the slide's title. */
function withPlainTitle(text: string): string {
  return text
    .replace(/<p:ph\s[^>]*type="title"[^>]*>/, '<p:ph type="title"/>')
    .replace('<p:cNvPr id="2" name="Text 0">', '<p:cNvPr id="2" name="Title">');
}

/** A sentence for a title stays in its 2 lines; the library gives every title the size of the master. */
function withTitleThatFits(text: string, { length }: string): string {
  const size = length > 170 ? 18 : length > 90 ? 20 : usualSize;
  return text.replaceAll(`sz="${usualSize}00"`, `sz="${size}00"`);
}

function dated(text: string, at: Date): string {
  return text.replaceAll(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${at.toISOString().slice(0, 19)}Z`);
}

const chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The library names masters that it does not write, and knows nothing of our charts. */
function withTypes(text: string, names: ReadonlySet<string>): string {
  const there = text.replaceAll(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (override, name: string) =>
    names.has(name) ? override : "",
  );
  const charts = [...names]
    .filter((name) => /^ppt\/charts\/[^/]+$/.test(name))
    .map((name) => `<Override PartName="/${name}" ContentType="${chartType}"/>`);
  const endings = [
    ["xlsx", workbookType],
    ["png", "image/png"],
  ].filter(([ending]) => !text.includes(`Extension="${ending}"`));
  const defaults = endings.map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`);
  return there.replace("</Types>", () => `${defaults.join("")}${charts.join("")}</Types>`);
}
