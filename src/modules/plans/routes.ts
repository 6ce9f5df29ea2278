import type { Hono } from "hono";
import type { Env, Request, Services } from "#web/env.ts";
import { editPlanPage, saveEdit } from "./pages/edit-plan.tsx";
import { handOverPage } from "./pages/hand-over.tsx";
import { historyPage, restoreForm } from "./pages/history.tsx";
import { saveBodies, saveVisibility, sharePage } from "./pages/share.tsx";
import { findPlansPage } from "./pages/find-plans.tsx";
import { alignPage, endAlignmentForm, saveAlignment } from "./pages/align.tsx";
import {
  attachMeasurePage,
  detachForm,
  newTeamMeasurePage,
  planMeasuresPage,
  saveAttached,
  saveTeamMeasure,
} from "./pages/measures.tsx";
import { afterPage, saveAfter } from "./pages/after.tsx";
import { progressPage, saveProgress } from "./pages/progress.tsx";
import {
  askHelpPage,
  putHelpAwayForm,
  saveAskHelp,
  saveSendHelp,
  saveSupport,
  sendHelpPage,
  supportPage,
} from "./pages/help.tsx";
import { methodPage, methodsPage } from "./pages/methods.tsx";
import { checkPlanPage, newPlanPage, savePlan } from "./pages/new-plan.tsx";
import { choosePlain } from "./pages/plain-view.ts";
import { joinTeamForm, joinTeamPage } from "./pages/join-team.tsx";
import { partnerNotesPage, savePartnerNotesForm } from "./pages/partner-notes.tsx";
import {
  makeTeamCode,
  printedTeamCode,
  sendTeamInvitation,
  teamCodePage,
  teamInvitePage,
  withdrawTeamInvitationForm,
} from "./pages/team-invite.tsx";
import { createPlans, type Plans } from "./plans-services.ts";
import { dropViewForm, keepViewForm, portfolioPage } from "./pages/portfolio.tsx";
import { similarPiece } from "./pages/similar.tsx";
import { saveStage, stagePage } from "./pages/stage.tsx";
import { changeRoleForm, handOverForm, leaveTeamForm, teamPage } from "./pages/team.tsx";
import { tourPage } from "./pages/tour.tsx";
import { workspacePage } from "./pages/workspace.tsx";

const plan = "/plans/:id";

type PlansPage = (c: Request, plans: Plans) => Response | Promise<Response>;

export function mountPlans(app: Hono<Env>, services: Services): void {
  const plans = createPlans(services);
  const get = (path: string, page: PlansPage) => app.get(path, (c: Request) => page(c, plans));
  const post = (path: string, page: PlansPage) => app.post(path, (c: Request) => page(c, plans));

  app.get("/portfolio", portfolioPage);
  app.post("/portfolio/views", keepViewForm);
  app.post("/portfolio/views/:view/remove", dropViewForm);
  app.get("/methods", methodsPage);
  app.get("/methods/:key", methodPage);
  app.get("/tour", tourPage);
  app.get("/plans", findPlansPage);
  app.get("/plans/new", newPlanPage);
  app.get("/plans/new/check", checkPlanPage);
  app.get("/plans/similar", similarPiece);
  app.post("/plans", savePlan);
  app.post("/plans/plain", choosePlain);
  app.get(plan, workspacePage);
  app.get(`${plan}/edit`, editPlanPage);
  app.post(`${plan}/edit`, saveEdit);
  app.get(`${plan}/share`, sharePage);
  app.post(`${plan}/share`, saveVisibility);
  app.post(`${plan}/organisations`, saveBodies);
  app.get(`${plan}/measures`, planMeasuresPage);
  app.get(`${plan}/measures/new`, newTeamMeasurePage);
  app.post(`${plan}/measures/new`, saveTeamMeasure);
  app.get(`${plan}/measures/attach`, attachMeasurePage);
  app.post(`${plan}/measures/attach`, saveAttached);
  app.post(`${plan}/measures/detach`, detachForm);
  app.get(`${plan}/align`, alignPage);
  app.post(`${plan}/align`, saveAlignment);
  app.post(`${plan}/align/:alignment/end`, endAlignmentForm);
  app.get(`${plan}/progress`, progressPage);
  app.post(`${plan}/progress`, saveProgress);
  app.get(`${plan}/help`, askHelpPage);
  app.post(`${plan}/help`, saveAskHelp);
  app.post(`${plan}/help/:help/away`, putHelpAwayForm);
  app.get(`${plan}/send-help`, sendHelpPage);
  post(`${plan}/send-help`, saveSendHelp);
  app.get(`${plan}/support`, supportPage);
  app.post(`${plan}/support`, saveSupport);
  app.get(`${plan}/after`, afterPage);
  app.post(`${plan}/after`, saveAfter);
  app.get(`${plan}/hand-over`, handOverPage);
  app.get(`${plan}/history`, historyPage);
  app.post(`${plan}/history/:text/restore`, restoreForm);
  app.get(`${plan}/stage`, stagePage);
  app.post(`${plan}/stage`, saveStage);
  app.get("/plans/join/:token", joinTeamPage);
  app.post("/plans/join/:token", joinTeamForm);
  app.get(`${plan}/team`, teamPage);
  app.get(`${plan}/team/invite`, teamInvitePage);
  post(`${plan}/team/invite`, sendTeamInvitation);
  app.get(`${plan}/team/invite-code`, teamCodePage);
  post(`${plan}/team/invite-code`, makeTeamCode);
  get(`${plan}/team/invitations/:invitation`, printedTeamCode);
  app.post(`${plan}/team/invitations/:invitation/withdraw`, withdrawTeamInvitationForm);
  app.get(`${plan}/team/notes`, partnerNotesPage);
  app.post(`${plan}/team/notes`, savePartnerNotesForm);
  app.post(`${plan}/team/:userId/lead`, handOverForm);
  app.post(`${plan}/team/:userId/role`, changeRoleForm);
  app.post(`${plan}/team/:userId/leave`, leaveTeamForm);
}
