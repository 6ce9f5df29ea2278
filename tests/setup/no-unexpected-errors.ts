import { afterEach, beforeEach, expect, vi } from "vitest";

/** A page that warns is a page that is wrong: any console.error a test did not expect fails it. */
let spy: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  spy = vi.spyOn(console, "error");
});

afterEach(() => {
  const calls = spy.mock.calls;
  spy.mockRestore();
  expect(calls, "console.error was called").toEqual([]);
});
