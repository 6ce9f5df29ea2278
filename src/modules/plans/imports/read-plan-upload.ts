import type { Bundles, Signer } from "#platform/bundle/bundles.ts";
import { UnreadableFile } from "#platform/unreadable-file.ts";
import { planFileProblems } from "../exports/plan-file-problems.ts";
import { planFileSchema, planFormat, type PlanFile } from "../exports/plan-file.ts";
import type { LineProblem } from "./columns.ts";
import { readPlanWorkbook } from "./read-plan-workbook.ts";

export type PlanUpload = {
  file: PlanFile | null;
  problems: LineProblem[];
  /** Who signed it, when it is a file from a server. */
  signed: { signer: Signer; at: Date; digest: string } | null;
};

type Reading = { bundles: Bundles; today: string; now: Date };

/** A whole plan: our own workbook, our own data, or a file that another server signed. */
export async function readPlanUpload(
  bytes: Uint8Array,
  { bundles, today, now }: Reading,
): Promise<PlanUpload> {
  if (isOffice(bytes)) return { ...(await readPlanWorkbook(bytes, today, now)), signed: null };
  const head = Buffer.from(bytes);
  if (head.includes('"format":"throughline-bundle"')) {
    const { contents, signer, at, digest } = await bundles.open(bytes, "plan");
    return { ...fileIn(contents, now), signed: { signer, at, digest } };
  }
  if (!head.includes(planFormat))
    throw new UnreadableFile(
      "The selected file is no project from here: choose a workbook, a JSON file or a signed file that was downloaded from a project",
    );
  return { ...fileIn(jsonIn(head), now), signed: null };
}

function isOffice([first, second]: Uint8Array): boolean {
  return (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new UnreadableFile("The selected file is broken: download it again where it came from");
  }
}

const parts = { diagram: "Diagram", tests: "Tests", measures: "Measures" };

/** In data there are no lines: what is wrong is said by the number of the entry. */
function fileIn(contents: unknown, now: Date): Pick<PlanUpload, "file" | "problems"> {
  const read = planFileSchema.safeParse(contents);
  if (!read.success)
    return {
      file: null,
      problems: read.error.issues.map(({ path, message }) => ({
        sheet: path.join(" "),
        line: (path.find((part) => typeof part === "number") ?? 0) + 1,
        message,
      })),
    };
  const problems = planFileProblems(read.data, now).map(({ part, no, message }) => ({
    sheet: parts[part],
    line: no,
    message,
  }));
  return { file: problems.length > 0 ? null : read.data, problems };
}
