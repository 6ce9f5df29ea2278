/** Which column of a published file holds what. Names are those of its first line. */
export type FeedLayout = {
  period: string;
  code: string;
  measure: string;
  /** One number a line; or two. */
  value: string;
  numerator: string;
  denominator: string;
};

export function namesNumbers({ value, numerator, denominator }: Pick<FeedLayout, Numbers>): boolean {
  return value !== "" || (numerator !== "" && denominator !== "");
}

type Numbers = "value" | "numerator" | "denominator";

export const unnamedNumbers = "Name the column of the number, or those of both numbers";

export const usualLayout: FeedLayout = {
  period: "period",
  code: "org_code",
  measure: "measure",
  value: "value",
  numerator: "",
  denominator: "",
};
