import { z } from "@hono/zod-openapi";
import { expect, test } from "vitest";
import { plainWords } from "./plain-words.ts";

const named = z.strictObject({ size: z.number() });

test.each<[string, z.ZodType, unknown, string]>([
  ["nothing", z.number(), undefined, "This is missing"],
  ["a text for a number", z.number(), "3", "This must be a number"],
  ["nothing known for a number", z.number(), null, "This must be a number"],
  ["a number beyond all numbers", z.number(), Number.POSITIVE_INFINITY, "This number is too large"],
  ["a part of a number", z.number().int(), 1.5, "This must be a whole number"],
  ["a number for a text", z.string(), 3, "This must be text"],
  ["a text for yes or no", z.boolean(), "yes", "This must be true or false"],
  ["a text for a list", z.array(z.string()), "a", "This must be a list"],
  ["a number for an object", named, 7, "This must be an object with named values"],
  ["a name that is not known", named, { size: 1, sise: 2 }, "Nothing here is called sise"],
  ["2 such names", named, { size: 1, sise: 2, x: 3 }, "Nothing here is called sise or x"],
  ["a word of another set", z.enum(["week", "month"]), "moon", "This must be one of: week, month"],
  ["too long a text", z.string().max(1_500), "x".repeat(1_501), "This must be 1,500 characters or fewer"],
  ["too short a text", z.string().min(2), "x", "This must be 2 characters or more"],
  ["too many", z.array(z.number()).max(2), [1, 2, 3], "There may be 2 or fewer of these"],
  ["too few", z.array(z.number()).min(1), [], "There must be 1 or more of these"],
  ["too large a number", z.number().max(10), 11, "This must be 10 or less"],
  ["too small a number", z.number().min(10), 9, "This must be 10 or more"],
  ["no day", z.iso.date(), "1 June", "This must be a day, such as 2026-04-01"],
  ["no identifier", z.uuid(), "7", "This is not in the form that is asked for"],
  ["what fits none of 2 kinds", z.union([z.string(), z.number()]), true, "This cannot be taken"],
  ["a schema that has words of its own", z.string("Say who"), 3, "Say who"],
])("of %s", (_, schema, sent, words) => {
  const before = z.config().localeError;
  z.config({ localeError: plainWords });
  const { error } = schema.safeParse(sent);
  z.config({ localeError: before });
  expect(error?.issues.map(({ message }) => message)).toEqual([words]);
});
