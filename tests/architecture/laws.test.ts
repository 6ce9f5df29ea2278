import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { projectRoot } from "#platform/project-root.ts";

const canary = "zz-canary";

/** A file that breaks each law, and what it breaks it with. */
const violations: { law: string; file: string; source: string }[] = [
  { law: "spc-stands-alone", file: `packages/spc/src/${canary}.ts`, source: 'import "react";' },
  {
    law: "modules-by-the-front-door",
    file: `src/modules/people/${canary}.ts`,
    source: 'import "../places/policy.ts";',
  },
  {
    law: "the-hall-uses-the-front-door",
    file: `src/operator/${canary}.ts`,
    source: 'import "#modules/places/policy.ts";',
  },
  {
    law: "places-knows-only-what-is-below",
    file: `src/modules/places/${canary}.ts`,
    source: 'import "#modules/people/index.ts";',
  },
  {
    law: "sql-lives-in-stores",
    file: `src/modules/places/queries/${canary}.ts`,
    source: 'import "kysely"; import "../policy.ts";',
  },
  {
    law: "stores-are-called-by-commands-and-queries",
    file: `src/modules/places/pages/${canary}.ts`,
    source: 'import "../store/bodies.ts";',
  },
  {
    law: "commands-and-queries-authorise",
    file: `src/modules/places/commands/${canary}.ts`,
    source: "export const nothing = 1;",
  },
  {
    law: "the-middle-knows-no-http",
    file: `src/modules/places/commands/${canary}.ts`,
    source: 'import "hono"; import "../policy.ts";',
  },
  { law: "views-do-no-io", file: `src/modules/places/views/${canary}.ts`, source: 'import "node:fs";' },
  { law: "ui-knows-no-module", file: `src/ui/${canary}.ts`, source: 'import "#modules/places/index.ts";' },
  {
    law: "platform-knows-no-module",
    file: `src/platform/${canary}.ts`,
    source: 'import "#modules/places/index.ts";',
  },
  { law: "web-knows-no-module", file: `src/web/${canary}.ts`, source: 'import "#modules/places/index.ts";' },
  {
    law: "nothing-imports-a-page",
    file: `src/modules/places/views/${canary}.ts`,
    source: 'import "../pages/body.tsx";',
  },
  {
    law: "only-islands-reach-the-browser",
    file: `src/web/assets/${canary}.ts`,
    source: 'import "#platform/log.ts";',
  },
  { law: "no-circular", file: `src/platform/${canary}.ts`, source: `import "./${canary}.ts";` },
  { law: "nothing-unresolved", file: `src/platform/${canary}.ts`, source: 'import "./no-such-file.ts";' },
];

type Violation = { rule: { name: string }; from: string };
type Report = { summary: { totalCruised: number; violations: Violation[] } };

/** Each canary has a file of its own, so that one cruise can be asked about all of them. */
function plantAll(): Map<string, string> {
  const planted = new Map<string, string>();
  violations.forEach(({ law, file, source }, index) => {
    const own = file.replace(canary, `${canary}-${index}`);
    mkdirSync(dirname(join(projectRoot, own)), { recursive: true });
    writeFileSync(join(projectRoot, own), source.replace(`${canary}.ts`, `${canary}-${index}.ts`));
    planted.set(law, own);
  });
  return planted;
}

function cruise(): Report {
  const { stdout } = spawnSync(
    join(projectRoot, "node_modules/.bin/depcruise"),
    ["src", "packages", "--config", ".dependency-cruiser.mjs", "--output-type", "json"],
    { cwd: projectRoot, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as Report;
}

describe("the laws of the house", () => {
  const planted = plantAll();
  const report = cruise();

  afterAll(() => {
    for (const file of planted.values()) rmSync(join(projectRoot, file), { force: true });
  });

  test("are read over the whole tree: a parser that sees nothing would find nothing wrong", () => {
    expect(report.summary.totalCruised).toBeGreaterThan(250);
  });

  test.each(violations.map(({ law }) => law))("%s catches what breaks it", (law) => {
    const caught = report.summary.violations.filter((one) => one.from === planted.get(law));
    expect(caught.map((one) => one.rule.name)).toContain(law);
  });

  test("are broken by nothing else", () => {
    const own = new Set(planted.values());
    expect(report.summary.violations.filter((one) => !own.has(one.from))).toEqual([]);
  });
});
