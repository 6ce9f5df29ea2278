import type { Hono } from "hono";
import type { Env } from "#web/env.ts";
import { numbersPage, saveNumbers } from "./pages/numbers.tsx";
import { posterPage } from "./pages/poster.tsx";
import { tallyPage } from "./pages/tally.tsx";
import { confirmUpload, takeUpload, uploadCheckPage, uploadPage } from "./pages/upload.tsx";
import { collectorPage, saveCollector } from "./pages/collector.tsx";
import { myNumbersPage, remindersForm, stopRemindersForm, stopRemindersPage } from "./pages/my-numbers.tsx";
import { keypadPage, saveKeypad } from "./pages/keypad.tsx";

const uploadAddress = "/series/:id/upload";

/** Addresses here that take a file. */
export const entryUploads: readonly string[] = [uploadAddress];

/** Where numbers come in. */
export function mountEntry(app: Hono<Env>): void {
  app.get("/m/:token", keypadPage);
  app.post("/m/:token", saveKeypad);
  app.get("/me/numbers", myNumbersPage);
  app.get("/reminders/:word", stopRemindersPage);
  app.post("/reminders/:word", stopRemindersForm);
  app.post("/series/:id/reminders", remindersForm);
  app.get("/series/:id/collector", collectorPage);
  app.post("/series/:id/collector", saveCollector);
  app.get("/series/:id/poster", posterPage);
  app.get("/series/:id/tally", tallyPage);
  app.get(uploadAddress, uploadPage);
  app.post(uploadAddress, takeUpload);
  app.get(`${uploadAddress}/:upload`, uploadCheckPage);
  app.post(`${uploadAddress}/:upload`, confirmUpload);
  app.get("/series/:id/numbers", numbersPage);
  app.post("/series/:id/numbers", saveNumbers);
}
