import { expect, test } from "vitest";
import { openPackage } from "../office/open-package.ts";
import { readRelationships } from "../office/relationships.ts";
import { readXml } from "../office/read-xml.ts";
import { cellText } from "../workbook/cell.ts";
import { readWorkbook } from "../workbook/read-workbook.ts";
import { unpackOwn } from "../zip/repack.ts";
import { openZip, type Zip } from "../zip/open-zip.ts";
import { fittingSize } from "./drawing-xml.ts";
import { slideBody, type Deck, type LineChart, type SlideShape } from "./slide.ts";
import { writeSlides } from "./write-slides.ts";

const chart: LineChart = {
  categories: ["Jan 2026", "=Feb 2026", "Mar & Apr"],
  series: [
    {
      name: "Value <%>",
      values: [1.5, null, -3],
      colour: "005eb8",
      marker: { form: "circle", size: 7 },
      marked: [{ at: 2, form: "diamond", fill: "007f3b" }],
    },
    { name: "Upper limit", values: [5, 5, 5], colour: "4c6272", dash: "dash" },
    { name: "Lower limit", values: [-5, -5, -5], colour: "4c6272", dash: "dash", inLegend: false },
    { name: "Target", values: [0, 0, 0], colour: "d5281b", dash: "dot" },
  ],
  valueTitle: "Days",
  categoryTitle: "Month",
  numberFormat: '0.0"%"',
};

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const shapes: SlideShape[] = [
  { kind: "text", x: 1, y: 4, w: 10, h: 3, text: ["One\u0001 & <two>", "three\nfour"] },
  { kind: "bullets", x: 1, y: 8, w: 10, h: 3, items: ["a", "b"] },
  { kind: "box", id: "aim", x: 1, y: 4, w: 6, h: 3, text: "Aim \uD800", form: "rounded", fill: "d8e7f5" },
  {
    kind: "box",
    id: "driver",
    x: 12,
    y: 4,
    w: 6,
    h: 3,
    text: "Driver",
    form: "ellipse",
    outline: { colour: "005eb8" },
  },
  { kind: "box", x: 12, y: 9, w: 6, h: 3, alt: "A frame" },
  { kind: "connector", from: "aim", to: "driver", bent: true, arrow: true, alt: "Aim to driver" },
  { kind: "line", from: [10, 10], to: [5, 4] },
  {
    kind: "polygon",
    points: [
      [20, 4],
      [24, 4],
      [22, 8],
    ],
    text: "Part",
    fill: "cccccc",
  },
  {
    kind: "table",
    alt: "Two by two",
    x: 1,
    y: 12,
    w: 20,
    h: 3,
    columns: [{ heading: "A" }, { heading: "B", align: "right" }],
    rows: [["1", "=2"]],
  },
  { kind: "picture", alt: "A dot", x: 30, y: 4, w: 1, h: 1, png },
];

const deck: Deck = {
  title: "Board & report\u0000",
  at: new Date("2026-04-01T10:00:00Z"),
  slides: [
    {
      title: "Waits <fell>",
      notes: "Say so & stop.",
      shapes: [{ kind: "chart", alt: "Three months", ...slideBody, chart }],
    },
    { title: "Shapes", shapes },
    { title: "Again", shapes: [{ kind: "chart", alt: "The same again", ...slideBody, chart }] },
  ],
};

const textOf = async (zip: Zip, name: string) => {
  const pieces: Uint8Array[] = [];
  await zip.unpack(name, (piece) => pieces.push(piece));
  return Buffer.concat(pieces).toString();
};

test("every part is well-formed, has a type, and leads only to parts that are there", async () => {
  const bytes = await writeSlides(deck);
  const { kind, zip } = await openPackage(bytes);
  expect(kind).toBe("slides");
  const types = await textOf(zip, "[Content_Types].xml");
  for (const name of zip.names) {
    if (/\.(?:xml|rels)$/.test(name)) await readXml(zip, name, {});
    const known =
      types.includes(`PartName="/${name}"`) || types.includes(`Extension="${name.split(".").at(-1)}"`);
    expect(known || name === "[Content_Types].xml", name).toBe(true);
    for (const { target, external } of await readRelationships(zip, name)) {
      if (!external) expect([...zip.names], `${name} leads to ${target}`).toContain(target);
    }
  }
  const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name!);
  expect(new Set(named).size).toBe(named.length);
  expect(named.filter((name) => !zip.names.has(name))).toEqual([]);
});

test("a sentence for a title is set smaller, so that it stays above the chart", async () => {
  const slides = ["Short", "so long ".repeat(14), "so long ".repeat(24)].map((title) => ({
    title,
    shapes: [],
  }));
  const zip = await openZip(await writeSlides({ ...deck, slides }));
  const xml = await Promise.all([1, 2, 3].map((at) => textOf(zip, `ppt/slides/slide${at}.xml`)));
  expect(xml.map((one) => /<a:rPr [^>]*sz="(\d+)"/.exec(one)?.[1])).toEqual(["2800", "2000", "1800"]);
});

test("each slide has its title, numbers of its own, and words for what is seen", async () => {
  const zip = await openZip(await writeSlides(deck));
  const slides = await Promise.all([1, 2, 3].map((number) => textOf(zip, `ppt/slides/slide${number}.xml`)));
  expect(slides.map((xml) => xml.includes('<p:ph type="title"/>'))).toEqual([true, true, true]);
  expect(slides[0]).toContain("Waits &lt;fell&gt;");
  expect(slides[0]).toContain('descr="Three months"');
  for (const words of ["Aim to driver", "A frame", "Two by two", "A dot"]) {
    expect(slides[1]).toContain(`descr="${words}"`);
  }
  for (const xml of slides) {
    const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(xml).not.toContain("en-US");
  }
  expect(await textOf(zip, "ppt/notesSlides/notesSlide1.xml")).toContain("Say so &amp; stop.");
});

test("a connector is glued to its boxes at the right places", async () => {
  const zip = await openZip(await writeSlides(deck));
  const xml = await textOf(zip, "ppt/slides/slide2.xml");
  const idOf = (name: string) => new RegExp(`<p:cNvPr id="(\\d+)" name="${name}`).exec(xml)![1];
  expect(xml).toContain(`<a:stCxn id="${idOf("Aim")}" idx="3"/>`);
  expect(xml).toContain(`<a:endCxn id="${idOf("Driver")}" idx="2"/>`);
  expect(xml).toContain('<a:xfrm flipH="1" flipV="1">');
});

test("a connector to nowhere is a fault of ours and not a broken file", async () => {
  const lost: Deck = {
    ...deck,
    slides: [{ title: "Lost", shapes: [{ kind: "connector", from: "a", to: "b" }] }],
  };
  await expect(writeSlides(lost)).rejects.toThrow("No box is called a");
});

test("a place that is no number is a fault of ours and not a broken file", async () => {
  const text: SlideShape = { kind: "text", x: Number.NaN, y: 1, w: 1, h: 1, text: "Lost" };
  const lost: Deck = { ...deck, slides: [{ title: "Lost", shapes: [text] }] };
  await expect(writeSlides(lost)).rejects.toThrow("must be a number");
});

test("a chart is PowerPoint's own, and its workbook holds the numbers drawn", async () => {
  const bytes = await writeSlides(deck);
  const zip = await openZip(bytes);
  const xml = await textOf(zip, "ppt/charts/chart2.xml");
  expect([...xml.matchAll(/<c:ser>/g)]).toHaveLength(4);
  expect(xml).toContain(
    '<c:ptCount val="3"/><c:pt idx="0"><c:v>1.5</c:v></c:pt><c:pt idx="2"><c:v>-3</c:v></c:pt>',
  );
  expect(xml).toContain('<c:dPt><c:idx val="2"/><c:marker><c:symbol val="diamond"/>');
  expect(xml).toContain('<c:dispBlanksAs val="gap"/>');
  expect(xml).toContain('<c:legendEntry><c:idx val="2"/><c:delete val="1"/></c:legendEntry>');
  const workbook = (await unpackOwn(bytes)).find(({ name }) => name === "ppt/embeddings/chart2.xlsx")!;
  const { sheets } = await readWorkbook(workbook.content as Uint8Array);
  expect(sheets[0]!.formulas.count).toBe(0);
  expect(sheets[0]!.rows.map(({ cells }) => cells.map(cellText))).toEqual([
    ["", "Value <%>", "Upper limit", "Lower limit", "Target"],
    ["Jan 2026", "1.5", "5", "-5", "0"],
    ["=Feb 2026", "", "5", "-5", "0"],
    ["Mar & Apr", "-3", "5", "-5", "0"],
  ]);
});

test("the same content is the same bytes at any time", async () => {
  const first = await writeSlides(deck);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(Buffer.compare(first, await writeSlides(deck))).toBe(0);
});

test.each([
  ["a word", { w: 6, h: 2 }, 16],
  ["a sentence of a dozen words or so that has to wrap within its small box", { w: 5, h: 2 }, 10],
  ["x".repeat(3_000), { w: 3, h: 1 }, 8],
])("%.30s is written as large as fits", (text, box, size) => {
  expect(Math.floor(fittingSize([text], box, 16))).toBe(size);
});
