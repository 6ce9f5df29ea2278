/** A file that somebody may upload in the place of a list of organisations. */
export type BadFile = { name: string; bytes: Uint8Array; as?: string };

const head = "code,name,kind,parent_code";

/** What a file has in the column of each of its records, with an ordinary parent. */
const text = (name: string, content: string): BadFile => ({ name, bytes: new TextEncoder().encode(content) });
const row = (name: string, cells: string): BadFile => text(name, `${head}\n${cells}\n`);
const raw = (name: string, ...bytes: number[]): BadFile => ({ name, bytes: Uint8Array.from(bytes) });

function utf16(content: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(content.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < content.length; at += 1) view.setUint16(at * 2, content.charCodeAt(at), little);
  return bytes;
}

const cellsOf = (name: string): [string, string][] => [
  [`${name} as a code`, `${name},A practice,gp-practice,PARENT`],
  [`${name} as a name`, `BAD1,${name},gp-practice,PARENT`],
  [`${name} as a kind`, `BAD1,A practice,${name},PARENT`],
  [`${name} as a parent`, `BAD1,A practice,gp-practice,${name}`],
];

const oddCells = [
  "",
  " ",
  "'; DROP TABLE bodies; --",
  "<script>alert('CANARY')</script>",
  "\u0000",
  "__proto__",
  "%",
  "=cmd|' /C calc'!A0",
  "\u202Egnorw",
  "w".repeat(5_000),
].flatMap(cellsOf);

const own = (columns: string, cells: string): string =>
  `${head},${columns}\nBAD1,A practice,gp-practice,PARENT,${cells}\n`;

const oddColumns: [string, string, string][] = [
  ["a day that is none", "opened_on", "2026-02-30"],
  ["a day after the end of time", "opened_on", "infinity"],
  ["a day in words", "opened_on", "yesterday"],
  ["a day of five figures", "opened_on", "20260-01-01"],
  ["closed before it opened", "opened_on,closed_on", "2026-01-02,2026-01-01"],
  ["a successor and no end", "successor_code", "PARENT"],
  ["becomes itself", "closed_on,successor_code", "2026-01-01,BAD1"],
  ["becomes what is not there", "closed_on,successor_code", "2026-01-01,NONE"],
  ["areas that are none", "area_codes", "NONE NONE"],
  ["a thousand areas", "area_codes", "NONE ".repeat(1_000)],
  ["an address that runs", "website", "javascript:alert('CANARY')"],
  ["an address without an end", "website", `https://${"a.".repeat(2_000)}`],
  ["a mail with a line end", "contact_email", '"a@example.org\nBcc: b@example.org"'],
  ["no mail at all", "contact_email", "not a mail"],
  ["a postcode that is none", "postcode", "<b>"],
  ["a phone of letters", "contact_phone", "x".repeat(500)],
];

const ods = (cells: string[]): string =>
  `${Array.from({ length: 27 }, (_, at) => cells[at] ?? "").join(",")}\n`;

export const files: readonly BadFile[] = [
  raw("nothing at all"),
  raw("one NUL", 0),
  raw("many NULs", ...Array<number>(5_000).fill(0)),
  raw("a mark of UTF-8 and nothing", 0xef, 0xbb, 0xbf),
  raw("a mark of UTF-16 and nothing", 0xff, 0xfe),
  raw("bytes that are no UTF-8", 0xff, 0xfe, 0x80, 0xc3, 0x28, 0x0a),
  raw("half a letter at the end", ...new TextEncoder().encode(`${head}\nBAD1,A`), 0xc3),
  raw(
    "a name in Latin-1",
    ...new TextEncoder().encode(`${head}\nBAD1,Caf`),
    0xe9,
    ...new TextEncoder().encode(",gp-practice,PARENT\n"),
  ),
  {
    name: "UTF-16, little end first",
    bytes: utf16(`\uFEFF${head}\nBAD1,A practice,gp-practice,PARENT\n`, true),
  },
  {
    name: "UTF-16, big end first",
    bytes: utf16(`\uFEFF${head}\nBAD1,A practice,gp-practice,PARENT\n`, false),
  },
  raw("the beginning of a picture", 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  raw("the beginning of a workbook", 0x50, 0x4b, 0x03, 0x04, 0x14, 0x00),
  raw("the beginning of an old workbook", 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
  raw("the beginning of a packed file", 0x1f, 0x8b, 0x08, 0x00),
  raw("a program", 0x7f, 0x45, 0x4c, 0x46),
  text("a page", "<!DOCTYPE html><script>alert('CANARY')</script>"),
  text("a drawing", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
  text("JSON", '{"code":"BAD1"}'),
  text("headings and nothing else", `${head}\n`),
  text("headings without an end", head),
  text("one heading", "code\nBAD1\n"),
  text("a heading twice", `${head},name\nBAD1,A,gp-practice,PARENT,B\n`),
  text("a heading that every object has", `${head},__proto__,constructor\nBAD1,A,gp-practice,PARENT,x,y\n`),
  text("headings in capitals", `${head.toUpperCase()}\nBAD1,A practice,gp-practice,PARENT\n`),
  text("no headings", "BAD1,A practice,gp-practice,PARENT\n"),
  text("only commas", ",".repeat(5_000)),
  text("only line ends", "\n".repeat(5_000)),
  text("only quotation marks", '"'.repeat(4_999)),
  text(
    "a quotation mark that never ends",
    `${head}\nBAD1,"A practice,gp-practice,PARENT\n${"x\n".repeat(2_000)}`,
  ),
  text("a quotation mark in the middle", `${head}\nBAD1,A "practice",gp-practice,PARENT\n`),
  text("text after a quotation", `${head}\nBAD1,"A"practice,gp-practice,PARENT\n`),
  text("a line end in a name", `${head}\nBAD1,"A\npractice",gp-practice,PARENT\n`),
  text("semicolons", `${head.replaceAll(",", ";")}\nBAD1;A practice;gp-practice;PARENT\n`),
  text("tabs", `${head.replaceAll(",", "\t")}\nBAD1\tA practice\tgp-practice\tPARENT\n`),
  text("old line ends", `${head}\rBAD1,A practice,gp-practice,PARENT\r`),
  text(
    "line ends of three kinds",
    `${head}\r\nBAD1,A practice,gp-practice,PARENT\nBAD2,A practice,gp-practice,PARENT\r`,
  ),
  row("too few cells", "BAD1,A practice"),
  row("too many cells", `BAD1,A practice,gp-practice,PARENT${",x".repeat(3_000)}`),
  row("one code twice", "BAD1,A practice,gp-practice,PARENT\nBAD1,Another,gp-practice,PARENT"),
  row(
    "two that stand below each other",
    "BAD1,A practice,gp-practice,BAD2\nBAD2,A practice,gp-practice,BAD1",
  ),
  row("one that stands below itself", "BAD1,A practice,gp-practice,BAD1"),
  row(
    "one that stands below one further down",
    "BAD1,A practice,gp-practice,BAD2\nBAD2,A trust,acute-trust,PARENT",
  ),
  row("a nation", "BAD1,Another nation,nation,"),
  row("a region below a practice", "BAD1,A practice,gp-practice,PARENT\nBAD2,A region,region,BAD1"),
  row("a parent that is closed", "BAD1,A practice,gp-practice,CLOSED"),
  row("a code in small letters", "bad1,A practice,gp-practice,PARENT"),
  row("a code with spaces around it", " BAD1 ,A practice,gp-practice,PARENT"),
  row("a code that is too long", `${"B".repeat(60)},A practice,gp-practice,PARENT`),
  row("takes over what is there", "PARENT,Another name,gp-practice,PARENT"),
  text("a line of a million", `${head}\nBAD1,${"x".repeat(1_000_000)},gp-practice,PARENT\n`),
  text(
    "20,001 lines",
    `${head}\n${Array.from({ length: 20_001 }, (_, at) => `B${at},P,gp-practice,PARENT`).join("\n")}`,
  ),
  text("a thousand wrong lines", `${head}\n${"x,y\n".repeat(1_000)}`),
  text("27 columns of nothing", ods([])),
  text(
    "27 columns with words for days",
    ods(["BAD1", "A practice", "Y54", "QAA", "Street", "", "", "Town", "", "QX1 1AA", "tomorrow", "never"]),
  ),
  text(
    "27 columns with a day that is none",
    ods(["BAD1", "A practice", "Y54", "QAA", "", "", "", "", "", "", "20260230", "20269999"]),
  ),
  text("27 columns with scripts", ods(Array.from({ length: 27 }, () => "<script>alert('CANARY')</script>"))),
  text("27 columns with quotation marks", ods(Array.from({ length: 27 }, () => '"""'))),
  text("26 columns", `${"x,".repeat(25)}x\n`),
  text("28 columns", `${"x,".repeat(27)}x\n`),
  ...oddCells.map(([name, cells]) => row(name.slice(0, 60), cells)),
  ...oddColumns.map(([name, columns, cells]) => text(name, own(columns, cells))),
  { ...row("a name with a path", "BAD1,A practice,gp-practice,PARENT"), as: "../../etc/passwd" },
  {
    ...row("a name with a script", "BAD2,A practice,gp-practice,PARENT"),
    as: "<script>alert('CANARY')</script>.csv",
  },
  { ...row("a name with a line end", "BAD3,A practice,gp-practice,PARENT"), as: "a\r\nX-Y: z.csv" },
  { ...row("a name of 5,000 letters", "BAD4,A practice,gp-practice,PARENT"), as: `${"n".repeat(5_000)}.csv` },
];
