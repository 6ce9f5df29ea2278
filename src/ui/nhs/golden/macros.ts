import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import nunjucks from "nunjucks";

/** The design system's macros as the installed package ships them. */

export type Params = { [name: string]: unknown };

export type MacroOption = {
  readonly name: string;
  readonly type: "array" | "boolean" | "integer" | "nunjucks-block" | "object" | "string";
  readonly description: string;
  readonly deprecated?: string;
  readonly isComponent?: true;
  readonly params?: readonly MacroOption[];
};

export type Fixture = { readonly name: string; readonly context: Params; readonly callBlock?: string };

const root = join(dirname(createRequire(import.meta.url).resolve("nhsuk-frontend/package.json")), "dist");
const components = join(root, "nhsuk", "components");

export const macroFolders: readonly string[] = readdirSync(components, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("macro.njk"))
  .map((path) => dirname(path))
  .sort();

/** Macros that have no options and no examples of their own: parts of the macro whose folder they are in. */
export const isPart = (folder: string): boolean => folder.includes("/");

export const macroNames: readonly string[] = macroFolders.filter((folder) => !isPart(folder));

function read(macro: string, file: string): string {
  return readFileSync(join(components, macro, file), "utf8");
}

export function optionsOf(macro: string): readonly MacroOption[] {
  const options: readonly MacroOption[] = JSON.parse(read(macro, "macro-options.json"));
  return options;
}

export function fixturesOf(macro: string): readonly Fixture[] {
  const { fixtures }: { readonly fixtures: readonly Fixture[] } = JSON.parse(read(macro, "fixtures.json"));
  return fixtures;
}

const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(root), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
});

const templates = new Map<string, nunjucks.Template>();

function template(macro: string, hasCaller: boolean): nunjucks.Template {
  const key = `${macro} ${hasCaller}`;
  const known = templates.get(key);
  if (known) return known;
  const folder = `nhsuk/components/${macro}/macro.njk`;
  const [, name] = /macro (\w+)\(/.exec(readFileSync(join(root, folder), "utf8")) ?? [];
  const use = hasCaller
    ? `{% call ${name}(params) %}{{ inside | safe }}{% endcall %}`
    : `{{ ${name}(params) }}`;
  const made = new nunjucks.Template(`{% from "${folder}" import ${name} %}${use}`, environment);
  templates.set(key, made);
  return made;
}

export function renderMacro(macro: string, params: Params, inside?: string): string {
  return template(macro, inside !== undefined).render({ params: structuredClone(params), inside });
}
