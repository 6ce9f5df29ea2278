import type { Hono } from "hono";
import type { Env } from "#web/env.ts";
import { activityPage } from "../pages/activity.tsx";
import {
  decisionsPage,
  dropDecisionForm,
  editDecisionPage,
  newDecisionPage,
  saveDecision,
  saveNewDecision,
} from "../pages/decisions.tsx";
import { fileDownload, filesPage, removeFileForm, saveFile } from "../pages/files.tsx";
import {
  followPage,
  mailPage,
  saveFollowing,
  saveMail,
  stopMailForm,
  stopMailPage,
  stoppedMailPage,
} from "../pages/mail.tsx";
import { pictureNotePage, savePictureNote } from "../pages/picture-note.tsx";
import {
  editCommentPage,
  saveComment,
  saveReply,
  saveTalk,
  takeBackForm,
  talkPage,
  threadPage,
} from "../pages/talk.tsx";
import {
  dropTaskForm,
  editTaskPage,
  finishTaskForm,
  newTaskPage,
  reopenTaskForm,
  saveNewTask,
  saveTask,
  tasksPage,
} from "../pages/tasks.tsx";

const plan = "/plans/:id";

/** What takes a file. */
export const teamworkUploads = [`${plan}/files`, `${plan}/tests/:test/picture`];

/** Tasks, decisions, talk, files and what was done; and what each person hears of it. */
export function mountTeamwork(app: Hono<Env>): void {
  app.get(`${plan}/tasks`, tasksPage);
  app.get(`${plan}/tasks/new`, newTaskPage);
  app.post(`${plan}/tasks/new`, saveNewTask);
  app.get(`${plan}/tasks/:task/edit`, editTaskPage);
  app.post(`${plan}/tasks/:task/edit`, saveTask);
  app.post(`${plan}/tasks/:task/done`, finishTaskForm);
  app.post(`${plan}/tasks/:task/open`, reopenTaskForm);
  app.post(`${plan}/tasks/:task/drop`, dropTaskForm);
  app.get(`${plan}/decisions`, decisionsPage);
  app.get(`${plan}/decisions/new`, newDecisionPage);
  app.post(`${plan}/decisions/new`, saveNewDecision);
  app.get(`${plan}/decisions/:decision/edit`, editDecisionPage);
  app.post(`${plan}/decisions/:decision/edit`, saveDecision);
  app.post(`${plan}/decisions/:decision/drop`, dropDecisionForm);
  app.get(`${plan}/discussion`, talkPage);
  app.post(`${plan}/discussion`, saveTalk);
  app.get(`${plan}/discussion/:comment`, threadPage);
  app.post(`${plan}/discussion/:comment`, saveReply);
  app.get(`${plan}/discussion/:comment/edit`, editCommentPage);
  app.post(`${plan}/discussion/:comment/edit`, saveComment);
  app.post(`${plan}/discussion/:comment/take-back`, takeBackForm);
  app.get(`${plan}/files`, filesPage);
  app.post(`${plan}/files`, saveFile);
  app.get(`${plan}/files/:file`, fileDownload);
  app.post(`${plan}/files/:file/remove`, removeFileForm);
  app.get(`${plan}/tests/:test/picture`, pictureNotePage);
  app.post(`${plan}/tests/:test/picture`, savePictureNote);
  app.get(`${plan}/activity`, activityPage);
  app.get(`${plan}/follow`, followPage);
  app.post(`${plan}/follow`, saveFollowing);
  app.get("/me/mail", mailPage);
  app.post("/me/mail", saveMail);
  app.get("/stop-mail/:token", stopMailPage);
  app.post("/stop-mail/:token", stopMailForm);
  app.get("/stopped-mail", stoppedMailPage);
}
