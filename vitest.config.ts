import { defineConfig } from "vitest/config";
import { thorough } from "./tests/program/thorough.ts";

const withoutDatabase = ["**/*.db.test.ts", "**/*.db.test.tsx"];

const permissive = "tests/safety/permissive.db.test.ts";

const drawnAsServed = { oxc: { jsx: { runtime: "automatic", development: false } } } as const;

/** A file that keeps nothing beyond its own database shares its worker's modules, which take a second to load. */
const onPostgres = {
  globalSetup: ["tests/setup/postgres.ts"],
  setupFiles: ["tests/setup/no-unexpected-errors.ts", "tests/setup/quick-passwords.ts"],
  testTimeout: 20_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "packages/**/*.test.ts",
            "src/**/*.test.{ts,tsx}",
            "tests/{unit,architecture}/**/*.test.{ts,tsx}",
          ],
          exclude: ["**/node_modules/**", ...withoutDatabase],
          setupFiles: ["tests/setup/no-unexpected-errors.ts"],
          isolate: false,
          // Beside browsers and whole programs a test waits for its turn.
          testTimeout: 20_000,
        },
      },
      {
        ...drawnAsServed,
        test: {
          name: "database",
          include: ["src/**/*.db.test.{ts,tsx}", "tests/*.db.test.ts", "tests/setup/*.db.test.ts"],
          ...onPostgres,
          isolate: false,
        },
      },
      {
        ...drawnAsServed,
        test: {
          name: "safety",
          include: ["tests/safety/**/*.db.test.ts"],
          exclude: ["**/node_modules/**", permissive],
          ...onPostgres,
          isolate: false,
          // The long walks draw tens of thousands of pages, and a third of their time went into what React notes
          // for developers. The tests of each page keep React's warnings.
          env: { NODE_ENV: "production" },
        },
      },
      {
        ...drawnAsServed,
        test: {
          // It puts other rules in the place of the program's own, and so wants modules for itself.
          name: "permissive",
          include: [permissive],
          ...onPostgres,
          env: { NODE_ENV: "production" },
        },
      },
      {
        test: {
          name: "program",
          // What is quick; npm run proof tries all the rest as well, and these for longer.
          include: thorough
            ? ["tests/program/**/*.program.ts"]
            : ["kill", "two-processes", "sent-again", "editors"].map(
                (name) => `tests/program/${name}.program.ts`,
              ),
          globalSetup: ["tests/setup/seeded-data.ts"],
          setupFiles: ["tests/setup/no-unexpected-errors.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/journeys/**/*.journey.ts"],
          globalSetup: ["tests/setup/program.ts"],
          setupFiles: ["tests/setup/no-unexpected-errors.ts"],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
