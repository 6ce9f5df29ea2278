import type { Part } from "./part.ts";
import { frameworkPart } from "./framework/framework-part.ts";
import { improvementPart } from "./improvement/improvement-part.ts";
import { reportsPart } from "./improvement/reports-part.ts";
import { testsPart } from "./improvement/tests-part.ts";
import { peoplePart } from "./people/people-part.ts";
import { placesPart } from "./places-part.ts";

/** In this order, each standing on those before it; a new module adds a line. */
export const parts: readonly Part[] = [
  placesPart,
  peoplePart,
  improvementPart,
  testsPart,
  reportsPart,
  frameworkPart,
];
