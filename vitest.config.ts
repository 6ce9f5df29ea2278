import { defineConfig } from "vitest/config";
import { thorough } from "./tests/program/thorough.ts";

const withoutDatabase = ["**/*.db.test.ts", "**/*.db.test.tsx"];

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
        },
      },
      {
        oxc: { jsx: { runtime: "automatic", development: false } },
        test: {
          name: "database",
          include: ["src/**/*.db.test.{ts,tsx}", "tests/**/*.db.test.{ts,tsx}"],
          globalSetup: ["tests/setup/postgres.ts"],
          setupFiles: ["tests/setup/real-react.ts", "tests/setup/no-unexpected-errors.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
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
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
