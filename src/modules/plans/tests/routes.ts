import type { Hono } from "hono";
import type { Env } from "#web/env.ts";
import { actOnTestPage, saveAct } from "../pages/act-on-test.tsx";
import { findTestsPage } from "../pages/find-tests.tsx";
import { cardLink, noteTestPage, saveNote } from "../pages/note-test.tsx";
import { editTestPage, newTestPage, saveNewTest, saveTest } from "../pages/plan-test.tsx";
import { predictionsPage } from "../pages/predictions.tsx";
import { saveStudy, studyTestPage } from "../pages/study-test.tsx";
import { testCardPage } from "../pages/test-card.tsx";
import { testPageHandler } from "../pages/test.tsx";
import { rampsPage, testsLogPage } from "../pages/tests-log.tsx";

const plan = "/plans/:id";
/** An id, so that no page of the module is taken for a test. */
const test = `${plan}/tests/:test{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}`;

/** Tests of a plan, and what all others tried. */
export function mountPlanTests(app: Hono<Env>): void {
  app.get("/tests", findTestsPage);
  app.get("/t/:token", cardLink);
  app.get(`${plan}/tests`, testsLogPage);
  app.get(`${plan}/tests/ramps`, rampsPage);
  app.get(`${plan}/tests/new`, newTestPage);
  app.post(`${plan}/tests/new`, saveNewTest);
  app.get(test, testPageHandler);
  app.get(`${test}/edit`, editTestPage);
  app.post(`${test}/edit`, saveTest);
  app.get(`${test}/study`, studyTestPage);
  app.post(`${test}/study`, saveStudy);
  app.get(`${test}/act`, actOnTestPage);
  app.post(`${test}/act`, saveAct);
  app.get(`${test}/note`, noteTestPage);
  app.post(`${test}/note`, saveNote);
  app.get(`${test}/card`, testCardPage);
  app.get(`${plan}/predictions`, predictionsPage);
}
