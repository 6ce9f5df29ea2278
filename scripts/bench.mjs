import { glob } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { buildIfNeeded, root } from "./build.mjs";

// Each row is a figure beside a reference that was measured in the same run, and the ratio of the two.
const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false } },
  allowPositionals: true,
});
await buildIfNeeded((line) => console.error(line));

const rows = [];
const files = (
  await Array.fromAsync(
    glob(["packages/*/bench/*.bench.ts", "src/**/*.bench.ts", "tests/bench/*.bench.ts"], { cwd: root }),
  )
).sort();
for (const file of files) {
  const name = file.split("/").at(-1).replace(".bench.ts", "");
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.error(`Measuring: ${name}`);
  const { bench } = await import(pathToFileURL(join(root, file)).href);
  rows.push(...(await bench()));
}

if (values.json) console.log(JSON.stringify(rows, undefined, 2));
else for (const row of rows) console.log(line(row));
if (rows.length === 0) {
  console.error(
    positionals.length > 0
      ? `There is no benchmark named ${positionals.join(" or ")}.`
      : "There is no benchmark.",
  );
  process.exitCode = 1;
}

function line({ name, figure, unit, reference, ratio }) {
  return `${name}: ${number(figure)} ${unit}; reference ${reference.name}: ${number(reference.figure)} ${unit}; ratio ${number(ratio)}`;
}

function number(value) {
  return value >= 100 ? Math.round(value).toLocaleString("en-GB") : value.toPrecision(3);
}
