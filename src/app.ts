import { Hono } from "hono";
import { mountApi } from "./api/mount-api.ts";
import {
  mountPeople,
  peopleNavigation,
  createPeople,
  membersSlot,
  myWorkSection,
} from "#modules/people/index.ts";
import {
  measuresNavigation,
  measuresSlot,
  entryUploads,
  measuresUploads,
  mountEntry,
  mountMeasures,
  watchSeries,
  yourMeasuresSection,
} from "#modules/measures/index.ts";
import { lineSection, mountPlaces, placesNavigation, placesUploads } from "#modules/places/index.ts";
import {
  mountPlanDiagram,
  mountPlanExports,
  planExportUploads,
  mountPlanTests,
  mountRecord,
  mountTeamwork,
  teamworkUploads,
  mountPlans,
  plansNavigation,
  plansSlot,
  watchDiagram,
  watchPlan,
  yourPlansSection,
} from "#modules/plans/index.ts";
import {
  frameworkNavigation,
  lineSlot,
  mountFramework,
  movedSection,
  prioritiesSection,
  yourFrameworkSection,
} from "#modules/framework/index.ts";
import { livingChart, mountPlayground, playgroundNavigation } from "#modules/playground/index.ts";
import { mountReports, reportsNavigation, reportsSlot, yourReportsSection } from "#modules/reports/index.ts";
import { answerProblem, notFound } from "#web/errors.tsx";
import type { Env, Services } from "#web/env.ts";
import { limitAtOnce } from "#web/middleware/at-once.ts";
import { compress } from "#web/middleware/compress.ts";
import { defaultDeny } from "#web/middleware/default-deny.ts";
import { knownPerson } from "#web/middleware/known-person.ts";
import { readBody } from "#web/middleware/read-body.ts";
import { requestLine } from "#web/middleware/request-line.ts";
import { sameSender } from "#web/middleware/same-sender.ts";
import { sameOrigin } from "#web/middleware/same-origin.ts";
import { securityHeaders } from "#web/middleware/security-headers.ts";
import { shedLoad } from "#web/middleware/shed-load.ts";
import { mountLive } from "#web/live-route.ts";
import type { NavigationItem } from "#web/navigation.ts";
import { mountPages } from "#web/pages/routes.ts";
import { mountProbes } from "#web/probes.ts";
import { serveAssets } from "#web/serve-assets.ts";
import { uploadPaths } from "#web/upload-paths.ts";

/** What the layout offers in the header: a line for each module. */
export const navigation: readonly NavigationItem[] = [
  plansNavigation,
  placesNavigation,
  measuresNavigation,
  reportsNavigation,
  frameworkNavigation,
  playgroundNavigation,
  peopleNavigation,
];

/** Addresses that take a file; every other form is small. */
const takesFile = uploadPaths([
  ...placesUploads,
  ...entryUploads,
  ...teamworkUploads,
  ...planExportUploads,
  ...measuresUploads,
]);

/** The table of contents: middleware in order, then each module's routes, one line a module. */
export async function createApp(services: Services): Promise<Hono<Env>> {
  const app = new Hono<Env>();
  const people = createPeople(services);

  app.use(requestLine(services));
  app.use(compress());
  app.use(securityHeaders(services.config.BASE_URL.startsWith("https:")));
  app.onError(answerProblem);
  app.notFound(notFound);
  app.use(shedLoad());
  mountProbes(app, services);
  await serveAssets(app, services.assets.folder);
  app.use(readBody(takesFile));
  app.use(sameOrigin(services.config.BASE_URL));
  app.use(knownPerson(people.recognise));
  app.use(sameSender());
  app.use(limitAtOnce(services));
  app.use(defaultDeny());

  mountPages(app, [
    livingChart,
    lineSection,
    myWorkSection,
    yourPlansSection,
    movedSection,
    prioritiesSection,
    yourMeasuresSection,
    yourReportsSection,
    yourFrameworkSection,
  ]);
  mountPlaces(app, { slots: [plansSlot, measuresSlot, membersSlot, reportsSlot, lineSlot] });
  mountPeople(app, services, people);
  mountMeasures(app);
  mountEntry(app);
  mountPlans(app, services);
  mountPlanTests(app);
  mountTeamwork(app);
  mountRecord(app);
  mountPlanDiagram(app);
  mountPlanExports(app);
  mountReports(app);
  mountFramework(app);
  mountPlayground(app);
  mountLive(app, { series: watchSeries, diagram: watchDiagram, plan: watchPlan });
  mountApi(app);
  return app;
}
