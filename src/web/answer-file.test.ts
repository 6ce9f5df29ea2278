import { Hono } from "hono";
import { expect, test } from "vitest";
import type { KeptFile } from "#platform/files/store-file.ts";
import { answerFile } from "./answer-file.ts";
import type { Env } from "./env.ts";
import { securityHeaders } from "./middleware/security-headers.ts";
import { uploadPaths } from "./upload-paths.ts";

const file: KeptFile = {
  id: "0b5e7c1a-0000-4000-8000-000000000000",
  owner: { kind: "plan", id: "1" },
  name: "Café & <plan>.md",
  kind: "markdown",
  size: 25,
  width: null,
  height: null,
  uploadedBy: null,
  at: new Date(),
  sha256: Buffer.alloc(32),
  bytes: Buffer.from("<script>alert(1)</script>"),
};

function answer(given: Partial<KeptFile>): Promise<Response> {
  const app = new Hono<Env>();
  app.use(securityHeaders(true));
  app.get("/", (c) => answerFile(c, { ...file, ...given }));
  return Promise.resolve(app.request("/"));
}

test("a file goes out under a name of ours, and can do nothing where it is opened", async () => {
  const response = await answer({});
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "content-disposition": 'attachment; filename="cafe-plan-0b5e7c1a.md"',
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-store",
    "content-length": "25",
  });
  expect(await response.text()).toBe("<script>alert(1)</script>");
});

test.each<[Partial<KeptFile>, string, string]>([
  [{ name: "picture.gif", kind: "png" }, "image/png", "picture-0b5e7c1a.png"],
  [{ name: '"; filename="x.exe', kind: "pdf" }, "application/pdf", "filename-x-0b5e7c1a.pdf"],
  [{ name: "图", kind: "csv" }, "text/csv; charset=utf-8", "file-0b5e7c1a.csv"],
])("%j", async (given, type, name) => {
  const { headers } = await answer(given);
  expect(headers.get("content-type")).toBe(type);
  expect(headers.get("content-disposition")).toBe(`attachment; filename="${name}"`);
});

const takesFile = uploadPaths(["/bodies/import", "/plans/:id/files"]);

test.each([
  ["/bodies/import", true],
  ["/bodies/import/", false],
  ["/bodies/importx", false],
  ["/plans/7/files", true],
  ["/plans/7/8/files", false],
  ["/plans//files", false],
  ["/x/plans/7/files", false],
])("%s takes a file: %s", (path, takes) => {
  expect(takesFile(path)).toBe(takes);
});
