import { fixturesOf, optionsOf, type Fixture, type MacroOption, type Params } from "./macros.ts";

/**
 * The package's fixtures leave options out. A probe sets one option, with each value that its
 * description names, on top of a fixture; together they reach every option of every macro, and
 * every option of the macros nested in it.
 */

type Path = readonly MacroOption[];

/** Options that hold another macro's params, without listing them. */
const nestedMacros: Readonly<Record<string, string>> = {
  backLink: "back-link",
  button: "button",
  caption: "caption",
  card: "card",
  day: "input",
  errorMessage: "error-message",
  fieldset: "fieldset",
  heading: "heading",
  hint: "hint",
  image: "images",
  label: "label",
  legend: "legend",
  month: "input",
  tag: "tag",
  year: "input",
};

/** Options of a nested macro that the macro around it decides by itself. */
const decidedOutside = new Set(["caller"]);

function nestedOptions(option: MacroOption): readonly MacroOption[] {
  if (option.params && option.params.length > 0) return option.params;
  const macro = option.isComponent && nestedMacros[option.name];
  return macro ? optionsOf(macro).filter(({ name }) => !decidedOutside.has(name)) : [];
}

type OptionPath = { readonly path: Path; readonly isLeaf: boolean };

function* paths(options: readonly MacroOption[], above: Path): Generator<OptionPath> {
  for (const option of options) {
    const path = [...above, option];
    const isDeepEnough = path.length > 4 || above.some(({ name }) => name === option.name);
    const deeper = isDeepEnough ? [] : nestedOptions(option);
    yield { path, isLeaf: deeper.length === 0 };
    yield* paths(deeper, path);
  }
}

function nameOf(path: Path): string {
  return path.map(({ name }) => name).join(".");
}

export function optionPaths(macro: string): string[] {
  return [...paths(optionsOf(macro), [])].map(({ path }) => nameOf(path));
}

function namedValues({ description }: MacroOption): string[] {
  return [...description.matchAll(/`"([^"]+)"`/g)].map(([, value]) => String(value));
}

const fixedValues: Readonly<Record<string, readonly unknown[]>> = {
  attributes: [{ "data-probe": "yes", "aria-live": "polite" }],
  chooseFilesButtonClassList: [["probe-one", "probe-two"]],
  copyButtonClassList: [["probe-one", "probe-two"]],
  columns: [1, 2, 3, 4],
  colspan: [2],
  rowspan: [2],
  height: [40],
  html: ["<em>Probe</em>", "Probe <b>two</b>"],
  href: ["/probe", "#probe"],
  imgURL: ["/probe.png"],
  level: [1, 2, 3, 4],
  headingLevel: [2, 4],
  titleHeadingLevel: [4],
  maxlength: [200],
  maxwords: [20],
  rows: [8],
  sizes: [["m", "l"]],
  src: ["/probe.png"],
  values: [["probe", "1"]],
  // Plain words only: on a care card the macro escapes these twice.
  visuallyHiddenText: ["Probe text"],
  element: ["a", "button"],
  width: ["one-half", "two-thirds"],
};

const icon = '<svg viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>';

/** What an item needs before one of its options can be set. */
const plainItems: Readonly<Record<string, Params>> = {
  "date-input": { name: "day" },
  footer: { href: "/page" },
};

const plainWidths = new Set(["input", "search-input", "password-input", "date-input"]);

function leafValues(macro: string, path: Path): readonly unknown[] {
  const option = path.at(-1)!;
  const { name, type } = option;
  if (name === "html" && path.at(-2)?.name === "icon") return [icon];
  if (path.length > 1 && type === "object" && option.isComponent) return ["Probe text"];
  if (name === "width" && plainWidths.has(macro)) return [2, 10, 20];
  if (name === "sizes" && type === "string") return ["100vw"];
  const fixed = fixedValues[name];
  if (fixed && (type !== "object" || name === "attributes")) return fixed;
  const named = namedValues(option);
  if (named.length > 0 && type !== "boolean") return named;
  if (type === "boolean") return [true, false];
  if (type === "integer") return [2];
  if (type === "array") return [["probe"]];
  if (type === "object") return name.endsWith("Text") ? [{ one: "One probe", other: "%{count} probes" }] : [];
  if (name.endsWith("Html")) return ["<em>Probe</em>"];
  return name.toLowerCase().endsWith("text") ? ["Probe text", "Probe & <text>"] : [`probe-${name}`];
}

function isParams(value: unknown): value is Params {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a nested thing needs so that it shows at all, and its option with it. */
function withText(option: MacroOption | undefined, given: Params): Params {
  const names = new Set(option ? nestedOptions(option).map(({ name }) => name) : []);
  const shown = given["text"] ?? given["html"] ?? given["tag"] ?? given["src"] ?? given["items"];
  return names.has("text") && shown === undefined ? { text: "Shown", ...given } : given;
}

type Change = { readonly macro: string; readonly value: unknown };

function changedParams(given: Params, path: Path, change: Change): Params {
  const next = changed(given, path, change);
  return isParams(next) ? next : given;
}

function changed(given: unknown, path: Path, change: Change): unknown {
  const [option, ...rest] = path;
  if (!option) return change.value;
  if (Array.isArray(given)) return [changed(given[0], path, change), ...given.slice(1)];
  const params: Params = isParams(given) ? given : typeof given === "string" ? { text: given } : {};
  const inside =
    params[option.name] ??
    (option.type === "array" && rest.length > 0 ? [plainItems[change.macro] ?? {}] : undefined);
  const next = changed(inside, rest, change);
  return { ...params, [option.name]: isParams(next) && rest.length > 0 ? withText(option, next) : next };
}

function richness({ context, callBlock }: Fixture): number {
  return JSON.stringify(context).length + (callBlock?.length ?? 0);
}

/** The plainest fixture and the richest. */
function bases(macro: string): Fixture[] {
  const fixtures = [...fixturesOf(macro)].sort((a, b) => richness(a) - richness(b));
  const [plainest, richest] = [fixtures[0], fixtures.at(-1)];
  if (!plainest || !richest) return [{ name: "text", context: { text: "Text" } }];
  return plainest === richest ? [plainest] : [plainest, richest];
}

function probesOf(macro: string, { path, isLeaf }: OptionPath, base: Fixture): Fixture[] {
  const name = nameOf(path);
  if (path.at(-1)?.type === "nunjucks-block") {
    return [{ ...base, name: `${name} on "${base.name}"`, callBlock: "Probe <b>two</b>" }];
  }
  if (!isLeaf) return [];
  return leafValues(macro, path).map((value) => ({
    name: `${name} = ${JSON.stringify(value)} on "${base.name}"`,
    context: changedParams(base.context, path, { macro, value }),
    callBlock: base.callBlock,
  }));
}

/** What an old spelling means beside a new one for the same thing is nobody's concern. */
function isOld({ path }: OptionPath): boolean {
  return path.some(({ deprecated }) => deprecated);
}

export function probes(macro: string): Fixture[] {
  const all = [...paths(optionsOf(macro), [])];
  return bases(macro).flatMap((base, index) =>
    all.filter((each) => index === 0 || !isOld(each)).flatMap((each) => probesOf(macro, each, base)),
  );
}

/** The same throws on every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Several options set at once on some fixture, because options act on each other. */
export function mixtures(macro: string, count: number): Fixture[] {
  const fixtures = [...fixturesOf(macro), ...bases(macro)];
  const leaves = [...paths(optionsOf(macro), [])].filter(
    (each) => each.isLeaf && !isOld(each) && each.path.at(-1)?.type !== "nunjucks-block",
  );
  const roll = dice(macro.length);
  const pick = <T>(from: readonly T[]): T | undefined => from[roll(from.length)];
  return Array.from({ length: count }, (_, index) => {
    const base = pick(fixtures) ?? bases(macro)[0]!;
    let { context } = base;
    for (let changes = 2 + roll(5); changes > 0; changes--) {
      const leaf = pick(leaves);
      if (!leaf) continue;
      context = changedParams(context, leaf.path, { macro, value: pick(leafValues(macro, leaf.path)) });
    }
    return { name: `mixture ${index + 1} on "${base.name}"`, context, callBlock: base.callBlock };
  });
}

function holds(given: unknown, names: readonly string[]): boolean {
  const [name, ...rest] = names;
  if (name === undefined) return given !== undefined;
  if (Array.isArray(given)) return given.some((each) => holds(each, names));
  return isParams(given) && given[name] !== undefined && holds(given[name], rest);
}

export function exercises({ context, callBlock }: Fixture, path: string): boolean {
  return path === "caller" ? callBlock !== undefined : holds(context, path.split("."));
}
