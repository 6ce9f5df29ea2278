import { readFileSync, writeFileSync } from "node:fs";
import { falseAlarmChance, powerOf, type RuleSetId, ruleSets, type SimulatedChart } from "./src/index.ts";

/** The API reference and the README's tables, written from the code so that they cannot say something else. */
const source = new URL("src/", import.meta.url);
export const apiFile = new URL("API.md", import.meta.url);
export const readmeFile = new URL("README.md", import.meta.url);

interface Exported {
  readonly name: string;
  readonly file: string;
}

function exportsOfTheDoor(): Exported[] {
  const door = readFileSync(new URL("index.ts", source), "utf8");
  return [...door.matchAll(/export (?:type )?\{([^}]*)\} from "\.\/([^"]+)";/g)].flatMap(([, names, file]) =>
    names!
      .split(",")
      .map((name) => name.trim().replace(/^type /, ""))
      .filter((name) => name !== "")
      .map((name) => ({ name, file: file! })),
  );
}

interface Declared extends Exported {
  readonly kind: string;
  readonly comment: string;
  readonly code: string;
}

function declarationOf({ name, file }: Exported): Declared {
  const text = readFileSync(new URL(file, source), "utf8");
  const found = new RegExp(
    `(/\\*\\*(?:(?!\\*/)[^])*\\*/\\n)?export (function|interface|type|const|class) ${name}\\b`,
  ).exec(text);
  if (found === null) throw new Error(`${file} does not export ${name}`);
  const [whole, comment = "", kind = ""] = found;
  const from = found.index + whole.length - whole.slice(comment.length).length;
  return { name, file, kind, comment: plain(comment), code: declarationText(text.slice(from), kind) };
}

function plain(comment: string): string {
  return comment
    .replace(/^\/\*\*|\*\/\s*$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trim())
    .join(" ")
    .trim();
}

function declarationText(text: string, kind: string): string {
  const ends: Readonly<Record<string, RegExp>> = {
    function: / \{\n/,
    interface: /\n\}|\{\}\n/,
    class: /\n\}/,
    type: /;\n(?=\n|\/\*\*|export|$)/,
    const: / = /,
  };
  const end = ends[kind]!.exec(text);
  if (end === null) throw new Error(`the end of a ${kind} cannot be found`);
  const keepsEnd = kind === "interface" || kind === "class";
  return text
    .slice(0, end.index + (keepsEnd ? end[0].length : 0))
    .replace(/^export /, "")
    .trim();
}

export function renderApiReference(): string {
  const all = exportsOfTheDoor().map(declarationOf);
  const section = (title: string, kinds: readonly string[]) => {
    const entries = all.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => (a.name < b.name ? -1 : 1));
    return [`## ${title}`, ...entries.map(entryText)].join("\n\n");
  };
  return [
    "# API reference",
    "Written from the source by `node packages/spc/write-documentation.ts`. Start with [the README](README.md).",
    section("Functions", ["function"]),
    section("Tables and constants", ["const"]),
    section("Errors", ["class"]),
    section("Types", ["interface", "type"]),
    "",
  ].join("\n\n");
}

function entryText({ name, comment, code, file }: Declared): string {
  const lines = [`### ${name}`, comment, `\`\`\`ts\n${code}\n\`\`\``, `Source: [${file}](src/${file})`];
  return lines.filter((line) => line !== "").join("\n\n");
}

const CHARTS: readonly SimulatedChart[] = ["run", "xmr", "xbar", "s", "p", "u", "c", "g", "t"];

function falseAlarmTables(): string {
  return [24, 36, 60]
    .map((points) => {
      const rows = ruleSetIds().map((id) => {
        const cells = CHARTS.map((chart) => percent(falseAlarmChance(id, chart, points)));
        return `| ${ruleSets[id].name} | ${cells.join(" | ")} |`;
      });
      return [
        `${points} points:`,
        "",
        `| Rule set | ${CHARTS.join(" | ")} |`,
        `|---|${CHARTS.map(() => "--:|").join("")}`,
        ...rows,
      ].join("\n");
    })
    .join("\n\n");
}

function lengthTable(): string {
  const lengths = [12, 24, 36, 48, 60];
  const rows = ruleSetIds().map(
    (id) =>
      `| ${ruleSets[id].name} | ${lengths.map((points) => percent(falseAlarmChance(id, "xmr", points))).join(" | ")} |`,
  );
  return [
    `| Rule set, XmR chart | ${lengths.join(" | ")} |`,
    `|---|${lengths.map(() => "--:|").join("")}`,
    ...rows,
  ].join("\n");
}

function powerTable(): string {
  const heads = [1, 2].flatMap((shift) => [12, 24, 36].map((points) => ({ shift, points })));
  const rows = ruleSetIds().map((id) => {
    const cells = powerOf(id);
    const chances = heads.map(({ shift, points }) =>
      percent(cells.find((cell) => cell.shift === shift && cell.points === points)!.chance),
    );
    return `| ${ruleSets[id].name} | ${chances.join(" | ")} |`;
  });
  return [
    `| Rule set | ${heads.map(({ shift, points }) => `${shift} SD, ${points} points`).join(" | ")} |`,
    `|---|${heads.map(() => "--:|").join("")}`,
    ...rows,
  ].join("\n");
}

function ruleSetTable(): string {
  const rows = Object.values(ruleSets).map(
    (set) =>
      `| \`${set.id}\` | ${set.version} | ${set.rules.map((rule) => rule.name).join("; ")} | ${set.source} |`,
  );
  return ["| Id | Version | Rules, in order of precedence | Source |", "|---|---|---|---|", ...rows].join(
    "\n",
  );
}

function ruleSetIds(): RuleSetId[] {
  const isId = (id: string): id is RuleSetId => Object.hasOwn(ruleSets, id);
  return Object.keys(ruleSets).filter(isId);
}

function percent(chance: number): string {
  return chance >= 0.99 ? "99%+" : chance < 0.005 ? "<1%" : `${Math.round(chance * 100)}%`;
}

/** The README with its tables as the code has them. */
export function renderReadme(readme: string): string {
  const tables: Readonly<Record<string, string>> = {
    "rule-sets": ruleSetTable(),
    "false-alarms": falseAlarmTables(),
    "false-alarms-by-length": lengthTable(),
    power: powerTable(),
  };
  return readme.replace(
    /<!-- (\S+) -->\n[^]*?<!-- end -->/g,
    (_whole, name: string) => `<!-- ${name} -->\n\n${tables[name]}\n\n<!-- end -->`,
  );
}

if (import.meta.main) {
  writeFileSync(apiFile, renderApiReference());
  writeFileSync(readmeFile, renderReadme(readFileSync(readmeFile, "utf8")));
}
