import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { apiFile, readmeFile, renderApiReference, renderReadme } from "../write-documentation.ts";
import * as spc from "./index.ts";

const readme = readFileSync(readmeFile, "utf8");

describe("the documentation", { timeout: 30_000 }, () => {
  it("API.md is as the types are: else run node packages/spc/write-documentation.ts", () => {
    expect(readFileSync(apiFile, "utf8")).toBe(renderApiReference());
  });

  it("the README’s tables are as the code has them", () => {
    expect(readme).toBe(renderReadme(readme));
  });

  const examples = [...readme.matchAll(/```ts\n([^]*?)```/g)].map(([, code]) => code!);

  it.each(examples)("the example runs and prints what it says: %#", (code) => {
    const printed: string[] = [];
    const console = { log: (...words: unknown[]) => printed.push(words.join(" ")) };
    runInNewContext(code.replace(/^import \{[^}]*\} from "@throughline\/spc";/m, ""), {
      ...spc,
      console,
      Float64Array,
      Uint32Array,
    });
    const promised = [...code.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, words]) => words);
    expect(printed).toEqual(promised);
  });
});
