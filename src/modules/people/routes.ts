import type { Hono } from "hono";
import type { Env, Request, Services } from "#web/env.ts";
import { bodyPeoplePage } from "./pages/body-people.tsx";
import {
  changeEmailForm,
  changeEmailPage,
  confirmEmailForm,
  confirmEmailPage,
  keepEmailForm,
} from "./pages/change-email.tsx";
import { becomeForm, demonstrationPage } from "./pages/demonstration.tsx";
import { deleteAccountForm, deleteAccountPage } from "./pages/delete-account.tsx";
import {
  forgottenPasswordForm,
  forgottenPasswordPage,
  resetPasswordForm,
  resetPasswordPage,
  resetSentPage,
} from "./pages/forgotten-password.tsx";
import { acceptForm, invitationPage } from "./pages/invitation.tsx";
import {
  invitationsPage,
  inviteForm,
  inviteLinkForm,
  inviteLinkPage,
  invitePage,
  printedInvitationPage,
  withdrawForm,
} from "./pages/invite.tsx";
import { mePage } from "./pages/me.tsx";
import { changeRoleForm, endMembershipForm, leaveForm, leavePage, memberPage } from "./pages/member.tsx";
import { myDataFile, myDataPage } from "./pages/my-data.tsx";
import { myProfilePage, profileFieldForm, profileFieldPage } from "./pages/my-profile.tsx";
import { personPage } from "./pages/person.tsx";
import { endOtherSessionsForm, endSessionForm, mySessionsPage } from "./pages/my-sessions.tsx";
import { outboxPage } from "./pages/outbox.tsx";
import { endPhoneForm, forgetPhoneForm, rememberPhoneForm } from "./pages/phones.ts";
import { proveForm, provePage } from "./pages/prove.tsx";
import type { PeoplePage } from "./pages/request.ts";
import { confirmFactorForm, confirmPage, securityPage, stepForm, stepPage } from "./pages/security.tsx";
import { chooseSignOnPage, signOnReturnPage, startSignOnPage } from "./pages/sign-in-with.tsx";
import {
  newProviderForm,
  newProviderPage,
  providerForm,
  providerPage,
  providersPage,
  removeProviderForm,
} from "./pages/sign-on.tsx";
import { signInCodeForm, signInCodePage } from "./pages/sign-in-code.tsx";
import { signInForm, signInPage } from "./pages/sign-in.tsx";
import { signOutForm } from "./pages/sign-out.ts";
import { checkYourEmailPage, signUpForm, signUpPage } from "./pages/sign-up.tsx";
import { verifyForm, verifyPage } from "./pages/verify.tsx";
import type { People } from "./people.ts";

/** The addresses of people. Which of them answer without a sign-in stands in src/web/public-routes.ts. */
export function mountPeople(app: Hono<Env>, _services: Services, people: People): void {
  const get = (path: string, page: PeoplePage) => app.get(path, (c: Request) => page(c, people));
  const post = (path: string, page: PeoplePage) => app.post(path, (c: Request) => page(c, people));

  get("/sign-up", (c) => signUpPage(c));
  post("/sign-up", signUpForm);
  get("/sign-up/check-your-email", checkYourEmailPage);
  get("/verify", verifyPage);
  post("/verify", verifyForm);
  get("/sign-in", (c) => signInPage(c, people));
  post("/sign-in", signInForm);
  get("/sign-in/code", (c) => signInCodePage(c));
  post("/sign-in/code", signInCodeForm);
  get("/sign-in/prove", provePage);
  post("/sign-in/prove", proveForm);
  get("/forgotten-password", (c) => forgottenPasswordPage(c));
  post("/forgotten-password", forgottenPasswordForm);
  get("/forgotten-password/check-your-email", resetSentPage);
  get("/reset-password", (c) => resetPasswordPage(c));
  post("/reset-password", resetPasswordForm);
  post("/sign-out", signOutForm);
  get("/demonstration", demonstrationPage);
  post("/demonstration/become", becomeForm);
  get("/outbox", outboxPage);

  get("/me", mePage);
  get("/me/profile", myProfilePage);
  get("/me/profile/:field", profileFieldPage);
  post("/me/profile/:field", profileFieldForm);
  get("/me/email", (c) => changeEmailPage(c, people));
  post("/me/email", changeEmailForm);
  post("/me/email/keep", keepEmailForm);
  get("/me/email/confirm", confirmEmailPage);
  post("/me/email/confirm", confirmEmailForm);
  get("/me/data", myDataPage);
  get("/me/data.json", myDataFile);
  get("/me/delete", (c) => deleteAccountPage(c));
  post("/me/delete", deleteAccountForm);
  get("/people/:id", personPage);
  get("/me/sessions", mySessionsPage);
  post("/me/sessions/end-others", endOtherSessionsForm);
  post("/me/sessions/:id/end", endSessionForm);
  post("/me/phones", (c) => rememberPhoneForm(c));
  post("/me/phones/forget", (c) => forgetPhoneForm(c));
  post("/me/phones/:id/end", (c) => endPhoneForm(c));
  get("/me/security", securityPage);
  get("/me/security/set-up", (c) => stepPage(c, "setUp"));
  post("/me/security/set-up", (c) => stepForm(c, people, "setUp"));
  get("/me/security/confirm", (c) => confirmPage(c, people));
  post("/me/security/confirm", confirmFactorForm);
  get("/me/security/recovery-codes", (c) => stepPage(c, "renew"));
  post("/me/security/recovery-codes", (c) => stepForm(c, people, "renew"));
  get("/me/security/turn-off", (c) => stepPage(c, "turnOff"));
  post("/me/security/turn-off", (c) => stepForm(c, people, "turnOff"));

  get("/bodies/:code/people", bodyPeoplePage);
  get("/bodies/:code/people/invite", invitePage);
  post("/bodies/:code/people/invite", inviteForm);
  get("/bodies/:code/people/invite-link", inviteLinkPage);
  post("/bodies/:code/people/invite-link", inviteLinkForm);
  get("/bodies/:code/people/invitations", invitationsPage);
  get("/bodies/:code/people/invitations/:id", printedInvitationPage);
  post("/bodies/:code/people/invitations/:id/withdraw", withdrawForm);
  get("/bodies/:code/people/leave", leavePage);
  post("/bodies/:code/people/leave", leaveForm);
  get("/bodies/:code/people/:userId", memberPage);
  post("/bodies/:code/people/:userId/role", changeRoleForm);
  post("/bodies/:code/people/:userId/end", endMembershipForm);
  get("/bodies/:code/sign-on", providersPage);
  get("/bodies/:code/sign-on/new", newProviderPage);
  post("/bodies/:code/sign-on/new", newProviderForm);
  get("/bodies/:code/sign-on/:id", providerPage);
  post("/bodies/:code/sign-on/:id", providerForm);
  post("/bodies/:code/sign-on/:id/remove", removeProviderForm);
  get("/sign-in/organisation", chooseSignOnPage);
  get("/sign-in/with/:id", startSignOnPage);
  get("/sign-in/with/:id/return", signOnReturnPage);
  get("/invitations/:token", invitationPage);
  post("/invitations/:token", acceptForm);
}
