import { expect, test } from "vitest";
import { issuerProblem } from "./open-id.ts";

test.each([
  "http://login.example.nhs.uk",
  "https://localhost",
  "https://127.0.0.1",
  "https://[::1]",
  "https://169.254.169.254",
  "https://10.0.0.1:8443",
  "https://2130706433",
  "https://printer.local",
  "https://db.internal",
  "https://intranet",
  "https://user:pass@login.example.nhs.uk",
  "https://login.example.nhs.uk/?x=1",
  "file:///etc/passwd",
  "not an address",
])("%s is not asked in production", (issuer) => {
  expect(issuerProblem(issuer, true)).toBeDefined();
});

test("https by name is asked; this machine only outside production", () => {
  expect(issuerProblem("https://login.example.nhs.uk/tenant/v2.0", true)).toBeUndefined();
  expect(issuerProblem("http://localhost:9000", false)).toBeUndefined();
  expect(issuerProblem("http://login.example.nhs.uk", false)).toBeDefined();
});
