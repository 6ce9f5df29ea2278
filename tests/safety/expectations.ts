import type { Row } from "./expect.ts";
import { demonstrationDoors, frontHall } from "./expectations/front-hall.ts";
import { diagramRows } from "./expectations/diagram.ts";
import { planExports } from "./expectations/exports.ts";
import { frameworkRows } from "./expectations/framework.ts";
import { measures } from "./expectations/measures.ts";
import { people } from "./expectations/people.ts";
import { places } from "./expectations/places.ts";
import { planRecordRows } from "./expectations/plan-record.ts";
import { planTeamwork, planTests } from "./expectations/plan-tests.ts";
import { plans } from "./expectations/plans.ts";
import { reports } from "./expectations/reports.ts";

/**
 * Who gets what, for every route there is, written from what was promised and not from what the code does. A
 * new route needs a row here: say how it is called, and who is let in. Whoever is not named is refused.
 */
export const expectations: readonly Row[] = [
  ...frontHall,
  ...demonstrationDoors,
  ...places,
  ...people,
  ...measures,
  ...diagramRows,
  ...plans,
  ...planTests,
  ...reports,
  ...frameworkRows,
  ...planTeamwork,
  ...planRecordRows,
  ...planExports,
];
