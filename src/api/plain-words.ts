import type { core } from "zod";
import { inFigures } from "#ui/counted.ts";

/** What a schema says of what does not fit it, where it has no words of its own: its library's are for developers. */
export function plainWords(issue: core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return ofType(issue);
    case "too_big":
      return sized(issue.origin, Number(issue.maximum), { number: "less", other: "fewer" });
    case "too_small":
      return sized(issue.origin, Number(issue.minimum), { number: "more", other: "more" });
    case "invalid_value":
      return `This must be one of: ${issue.values.join(", ")}`;
    case "invalid_format":
      return issue.format === "date"
        ? "This must be a day, such as 2026-04-01"
        : "This is not in the form that is asked for";
    case "unrecognized_keys":
      return `Nothing here is called ${issue.keys.join(" or ")}`;
    default:
      return "This cannot be taken";
  }
}

const kinds: Readonly<Record<string, string>> = {
  number: "a number",
  int: "a whole number",
  string: "text",
  boolean: "true or false",
  array: "a list",
  object: "an object with named values",
};

function ofType({ input, expected }: core.$ZodRawIssue<core.$ZodIssueInvalidType>): string {
  if (input === undefined) return "This is missing";
  if (input === Number.POSITIVE_INFINITY || input === Number.NEGATIVE_INFINITY)
    return "This number is too large";
  const kind = kinds[expected];
  return kind ? `This must be ${kind}` : "This cannot be taken";
}

function sized(origin: string, bound: number, than: { number: string; other: string }): string {
  const many = inFigures(bound);
  if (origin === "string") return `This must be ${many} characters or ${than.other}`;
  if (origin === "array")
    return than.other === "more"
      ? `There must be ${many} or more of these`
      : `There may be ${many} or fewer of these`;
  return `This must be ${many} or ${than.number}`;
}
