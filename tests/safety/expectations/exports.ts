import { inSightOnly, type Row } from "../expect.ts";
import { planSeers } from "../setup/works.ts";

const plan = "/plans/:id";

/** Whoever sees a plan may take along what they see of it. */
function read(path: string, more: Partial<Row> = {}): Row {
  const row = { route: `GET ${plan}${path}`, about: "plan" as const, nobody: "hidden" as const };
  return { ...row, ...inSightOnly({ page: planSeers }, planSeers), ...more };
}

const file = (name: string) => ({ params: () => ({ file: name }) });

export const planExports: readonly Row[] = [
  read("/take"),
  read("/take/summary"),
  read("/take/poster"),
  read("/take/files/:file", file("plan.json")),
];
