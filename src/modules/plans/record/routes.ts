import type { Hono } from "hono";
import type { Env } from "#web/env.ts";
import {
  improvementRecordFile,
  improvementRecordPage,
  newReflectionPage,
  reflectionPage,
  removeReflectionForm,
  saveNewReflection,
  saveReflection,
} from "../pages/improvement-record.tsx";
import {
  draftAgainForm,
  saveWriteUpPart,
  writeUpFile,
  writeUpPage,
  writeUpPartPage,
} from "../pages/write-up.tsx";

const writeUp = "/plans/:id/write-up";
const record = "/me/improvement-record";
const reflection = `${record}/:reflection{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}`;

/** What is written of a plan for others, and what a person did in all of theirs. */
export function mountRecord(app: Hono<Env>): void {
  app.get(writeUp, writeUpPage);
  app.get(`${writeUp}/file/:file`, writeUpFile);
  app.get(`${writeUp}/:part`, writeUpPartPage);
  app.post(`${writeUp}/:part`, saveWriteUpPart);
  app.post(`${writeUp}/:part/draft`, draftAgainForm);
  app.get(record, improvementRecordPage);
  app.get(`${record}/record.html`, improvementRecordFile);
  app.get(`${record}/record.md`, improvementRecordFile);
  app.get(`${record}/new`, newReflectionPage);
  app.post(`${record}/new`, saveNewReflection);
  app.get(reflection, reflectionPage);
  app.post(reflection, saveReflection);
  app.post(`${reflection}/remove`, removeReflectionForm);
}
