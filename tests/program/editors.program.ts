import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browse, Visit } from "../setup/browse.ts";
import type { RunningProgram } from "../setup/running-program.ts";
import { askAsSuperuser } from "./cluster-of.ts";
import { become, trust } from "./person.ts";
import { seeded } from "./seeded.ts";
import { thorough } from "./thorough.ts";
import { Trial } from "./trial.ts";

const rounds = thorough ? 500 : 25;
const place = `/bodies/${trust}/edit`;

const trial = new Trial();
const dataDir = seeded(trial, "data");
let program: RunningProgram;
let editors: Browse[];

beforeAll(async () => {
  program = await trial.start({ dataDir });
  editors = await Promise.all(Array.from({ length: 20 }, () => become(program.url)));
});
afterAll(() => trial.end());

/** The form as an editor gets it: what is in it, and of which version it is. */
async function openForm(editor: Browse): Promise<{ version: number; fields: Record<string, string> }> {
  const { text } = await editor.get(place);
  const version = Number(/name="_version" value="(\d+)"/.exec(text)?.[1]);
  if (!Number.isInteger(version)) throw new Error("The form has no version.");
  return { version, fields: { postcode: "", website: "", contactEmail: "" } };
}

const save = async (editor: Browse, purpose: string, version: number): Promise<Visit> =>
  editor.post(place, { _key: randomUUID(), _version: String(version), purpose });

const isSaved = ({ status, location }: Visit): boolean =>
  status === 303 && location === `/bodies/${trust}?done=edited`;

async function state(): Promise<{ version: number; purpose: string; edits: number }> {
  const [row] = await askAsSuperuser<{ version: number; purpose: string; edits: number }>(
    dataDir,
    `SELECT version, purpose, (SELECT count(*)::int FROM audit_entries a WHERE a.action = 'edit-body' AND a.thing_id = b.id::text) AS edits
     FROM bodies b WHERE code = '${trust}'`,
  );
  return row!;
}

test(
  `R9: 20 editors save over each other in ${rounds} rounds: one is saved, the others keep their text and see that one`,
  async () => {
    const before = await state();
    let version = before.version;
    for (let round = 0; round < rounds; round += 1) {
      const form = await openForm(editors[round % 20]!);
      expect(form.version).toBe(version);
      const texts = editors.map((_, index) => `Round ${round} by editor ${index}: ${randomUUID()}`);
      const answers = await Promise.all(editors.map((editor, index) => save(editor, texts[index]!, version)));
      const winner = answers.findIndex(isSaved);
      expect(answers.filter(isSaved)).toHaveLength(1);
      answers.forEach((answer, index) => {
        if (index === winner) return;
        expect(answer.status).toBe(409);
        expect(answer.text).toContain(texts[index]!);
        expect(answer.text).toContain(texts[winner]!);
      });
      version += 1;
    }
    const after = await state();
    console.log(
      `editors: ${rounds} rounds of 20, ${after.edits - before.edits} saved, ${rounds * 19} told of the conflict, 0 overwritten`,
    );
    expect(after.version - before.version).toBe(rounds);
    expect(after.edits - before.edits).toBe(rounds);
  },
  rounds * 5_000,
);

test("negative control: editors whose form is brought up to date behind their backs overwrite each other", async () => {
  const before = await state();
  for (const editor of editors.slice(0, 5)) {
    const { version } = await openForm(editor);
    expect(isSaved(await save(editor, `Blind: ${randomUUID()}`, version))).toBe(true);
  }
  expect((await state()).version - before.version).toBe(5);
});
