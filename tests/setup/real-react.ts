import { expect } from "vitest";

// The long walks draw tens of thousands of pages, and a third of their time went into what React notes for
// developers. They draw as the program does; the tests of each page keep React's warnings.
if (/[\\/]tests[\\/]safety[\\/]/.test(expect.getState().testPath ?? ""))
  process.env["NODE_ENV"] = "production";
