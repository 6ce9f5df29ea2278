import { expect, test } from "vitest";
import { compareVersions } from "./compare-versions.ts";
import { contentOf } from "./content.ts";
import type { ItemRow } from "./item.ts";

const head = {} as Parameters<typeof contentOf>[0]["head"];

const row = (key: string, kind: ItemRow["kind"], title: string, detail: ItemRow["detail"]): ItemRow => ({
  key,
  kind,
  parent: null,
  position: 0,
  title,
  text: "",
  detail,
});

const harbour = row("body-harbour", "body", "Harbour office", { id: "harbour", name: "Harbour office" });
const lights = row("body-lights", "body", "Lights", { id: "lights", name: "Lights" });

const promise = (...responsible: { body: string; role: string }[]): ItemRow =>
  row("detail-1.1", "detail", "Light the pier", { id: "1.1", responsible });

test("who is responsible is compared by names", () => {
  const before = contentOf({
    head,
    items: [harbour, lights, promise({ body: "harbour", role: "lead" })],
  });
  const after = contentOf({
    head,
    items: [harbour, lights, promise({ body: "lights", role: "lead" }, { body: "harbour", role: "partner" })],
  });
  expect(compareVersions(before, after).map(({ fields }) => fields)).toEqual([
    [
      {
        name: "Responsible",
        before: "Harbour office",
        after: "Lights, with Harbour office",
      },
    ],
  ]);
});
