import type { ReactNode } from "react";
import { z } from "zod";
import { listOf, type Columns } from "#platform/list-file.ts";
import { inWords } from "#platform/moments.ts";
import { Forbidden } from "#platform/problem.ts";
import { DataClassWarning } from "#ui/data-class-warning.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageLinks } from "#ui/page-links.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { savedDraft } from "#web/saved-draft.ts";
import { doneWord } from "#web/done-word.ts";
import { askedPage } from "#web/take-away.tsx";
import { defineForm } from "#web/form/form.ts";
import { FormProblems, FormView, type FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { changeComment, reply, say, takeBack } from "../commands/talk.ts";
import type { About, Comment, Thread } from "../comment.ts";
import { shortened } from "../exports/paper.ts";
import { mailDesk } from "../mail-desk.ts";
import type { PlanSeen } from "../plan.ts";
import {
  commentInSight,
  commentRights,
  planTalk,
  threadOf,
  type OneThread,
  type Talk,
} from "../queries/plan-talk.ts";
import { Follow } from "../views/follow.tsx";
import { planFormPage, planPage, planPath } from "../views/plan-page.tsx";
import type { PlanFrame } from "../workspace-parts.ts";
import { planOf } from "./plan-of.ts";
import { short } from "./test-form.ts";

type Team = Talk["team"];

function talkForm(team: Team, label: string) {
  return defineForm({
    text: {
      kind: "long-text",
      label,
      hint: "Write @ and a name to ask for somebody in the team, or tick them below",
      rows: 4,
      most: 5000,
      schema: short("What you say", 5000).min(1, "Write something"),
    },
    tell: {
      kind: "choices",
      label: "Ask for",
      options: team.map(({ id, name }) => ({ value: id, label: name })),
      schema: z.array(z.string()).max(300, "Choose fewer people"),
    },
  });
}

const done = { said: "It is said.", changed: "It is changed.", gone: "It is taken back." };

type Opened = { frame: PlanFrame; talk: Talk };

async function openTalk(c: Request): Promise<Opened> {
  const frame = await planOf(c);
  const asked = {
    about: c.req.query("about") ?? "",
    on: c.req.query("on") ?? "",
    page: askedPage(c),
  };
  return { frame, talk: await planTalk(contextOf(c), frame.plan, asked) };
}

/** Talk about the plan, or about one node or test of it. */
export async function talkPage(c: Request): Promise<Response> {
  return drawTalk(c, await openTalk(c));
}

export async function saveTalk(c: Request): Promise<Response> {
  const opened = await openTalk(c);
  const { plan } = opened.frame;
  const about: About = opened.talk.about ?? { about: "plan", aboutId: plan.id };
  return submitForm(c, {
    form: talkForm(opened.talk.team, "Say something"),
    act: async ({ text, tell }) => {
      const desk = mailDesk(c.get("services"));
      const id = await say(contextOf(c), plan, { about, said: { text, ticked: tell }, desk });
      return c.redirect(address(plan, opened.talk.about, `done=said#comment-${id}`), 303);
    },
    redraw: (state, status) => drawTalk(c, opened, state, status),
  });
}

function address(plan: PlanSeen, about: Talk["about"], more = ""): string {
  const query = [about ? `about=${about.about}&on=${about.aboutId}` : "", more]
    .filter((part) => part !== "")
    .join("&");
  return planPath(plan, `/discussion${query === "" ? "" : `?${query}`}`);
}

function talkList(plan: PlanSeen, { threads, names, total }: Talk) {
  const columns: Columns<Comment> = {
    text: ["What was said", ({ text }) => text],
    writer: ["Who said it", writerOf],
    writtenAt: ["When", ({ writtenAt }) => writtenAt],
    takenBack: ["Taken back", ({ isRemoved }) => isRemoved],
    about: ["About", ({ about, aboutId }) => (about === "plan" ? plan.title : (names.get(aboutId) ?? ""))],
    answer: ["An answer", ({ threadId }) => threadId !== null],
    address: ["Address", ({ id, threadId }) => planPath(plan, `/discussion/${threadId ?? id}#comment-${id}`)],
  };
  const rows = threads.flatMap(({ first, replies }) => [first, ...replies]);
  return listOf({ name: "talk", columns, rows, total });
}

function writerOf({ writer }: Comment): string {
  return writer ?? "Somebody who has left";
}

function drawTalk(c: Request, { frame, talk }: Opened, state: FormState = {}, status = 200): Response {
  const { plan, words } = frame;
  const form = talkForm(talk.team, "Say something");
  const context = contextOf(c);
  return planPage(
    c,
    frame,
    {
      under: "talk",
      title: talk.about ? `Talk about “${shortened(talk.about.name, 50)}”` : words.talk,
      part: { page: talk.paging.page, of: talk.paging.pages },
      list: talkList(plan, talk),
      success: doneWord(c, done),
      ...savedDraft(c, `talk-${plan.id}`),
      hasProblems: Boolean(state.problems?.length),
      above: <FormProblems form={form} state={state} />,
      children: (
        <>
          <Follow plan={plan} following={talk.following} />
          {talk.about ? (
            <p>
              <a href={address(plan, null)}>See all talk about this {words.kind}</a>
            </p>
          ) : null}
          <p>
            <a href={planPath(plan, "/activity")}>What was done, and by whom</a>
          </p>
          {talk.threads.length === 0 ? <Silence /> : null}
          <ul className="tl-talk">
            {talk.threads.map((thread) => (
              <li key={thread.first.id}>
                <About plan={plan} first={thread.first} names={talk.names} shown={talk.about !== null} />
                <ThreadView context={context} plan={plan} thread={thread} />
              </li>
            ))}
          </ul>
          <PageLinks paging={talk.paging} href={(page) => address(plan, talk.about, `page=${page}`)} />
          <DataClassWarning
            dataClass="plan"
            readers="Everybody who is signed in and can see this plan can read this."
          />
          <FormView
            form={form}
            state={state}
            action={address(plan, talk.about)}
            submit="Say it"
            draft={`talk-${plan.id}`}
          />
        </>
      ),
    },
    status,
  );
}

function Silence(): ReactNode {
  return (
    <EmptyState
      heading="Nobody has said anything yet"
      example={
        <p>
          <strong>@Asha Patel</strong>, the night staff say that the lamp dazzles them. Shall we test another
          before we go on?
        </p>
      }
    >
      <p>Ask a question, or say what you noticed. Whoever follows hears of it once a week.</p>
    </EmptyState>
  );
}

function About({
  plan,
  first,
  names,
  shown,
}: {
  plan: PlanSeen;
  first: Comment;
  names: Map<string, string>;
  shown: boolean;
}) {
  if (shown || first.about === "plan") return null;
  const name = names.get(first.aboutId);
  if (name === undefined) return null;
  const href = first.about === "test" ? `/tests/${first.aboutId}` : `/diagram`;
  return (
    <p className="tl-quiet">
      About <a href={planPath(plan, href)}>{name}</a>
    </p>
  );
}

type ThreadProps = { context: ReturnType<typeof contextOf>; plan: PlanSeen; thread: Thread };

function ThreadView({ context, plan, thread: { first, replies } }: ThreadProps): ReactNode {
  return (
    <>
      <One context={context} plan={plan} comment={first} />
      {replies.length > 0 ? (
        <ul className="tl-talk__replies">
          {replies.map((one) => (
            <li key={one.id}>
              <One context={context} plan={plan} comment={one} />
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <a href={planPath(plan, `/discussion/${first.id}#reply`)}>
          Reply<span className="nhsuk-u-visually-hidden"> to {first.writer ?? "this"}</span>
        </a>
      </p>
    </>
  );
}

function One({
  context,
  plan,
  comment,
}: {
  context: ThreadProps["context"];
  plan: PlanSeen;
  comment: Comment;
}): ReactNode {
  const can = commentRights(context, plan, comment);
  const here = planPath(plan, `/discussion/${comment.id}`);
  return (
    <article className="tl-talk__one" id={`comment-${comment.id}`}>
      <p className="tl-quiet">
        <strong>{writerOf(comment)}</strong>, {inWords(comment.writtenAt)}
        {comment.version > 1 && !comment.isRemoved ? ", changed since" : ""}
      </p>
      {comment.isRemoved ? (
        <p className="tl-quiet">This was taken back.</p>
      ) : (
        <p className="tl-lines">{comment.text}</p>
      )}
      {can.change || can.remove ? (
        <div className="tl-talk__ways">
          {can.change ? (
            <a href={`${here}/edit`}>
              Change<span className="nhsuk-u-visually-hidden"> what you said</span>
            </a>
          ) : null}
          {can.remove ? (
            <PostButton action={`${here}/take-back`} text="Take it back" variant="secondary" small />
          ) : null}
        </div>
      ) : null}
    </article>
  );
}

/** One thread, with room for a reply: where the link in a mail leads. */
export async function threadPage(c: Request): Promise<Response> {
  const frame = await planOf(c);
  const one = await threadOf(contextOf(c), frame.plan, c.req.param("comment")!);
  return drawThread(c, { frame, one });
}

export async function saveReply(c: Request): Promise<Response> {
  const frame = await planOf(c);
  const { plan } = frame;
  const one = await threadOf(contextOf(c), plan, c.req.param("comment")!);
  return submitForm(c, {
    form: talkForm(one.team, "Your reply"),
    act: async ({ text, tell }) => {
      const said = { text, ticked: tell };
      const desk = mailDesk(c.get("services"));
      const threadId = one.thread.first.id;
      const id = await reply(contextOf(c), plan, { threadId, said, desk });
      return c.redirect(planPath(plan, `/discussion/${threadId}?done=said#comment-${id}`), 303);
    },
    redraw: (state, status) => drawThread(c, { frame, one }, state, status),
  });
}

type Opening = { frame: PlanFrame; one: OneThread };

function drawThread(c: Request, { frame, one }: Opening, state: FormState = {}, status = 200): Response {
  const { plan } = frame;
  const { first } = one.thread;
  const form = talkForm(one.team, "Your reply");
  return planPage(
    c,
    frame,
    {
      under: "talk",
      title: `${first.writer ?? "Somebody"} on “${shortened(one.name, 40)}”`,
      success: doneWord(c, done),
      ...savedDraft(c, `reply-${first.id}`),
      hasProblems: Boolean(state.problems?.length),
      above: <FormProblems form={form} state={state} />,
      children: (
        <>
          <p>
            <a href={planPath(plan, "/discussion")}>See all talk</a>
          </p>
          <One context={contextOf(c)} plan={plan} comment={first} />
          <ul className="tl-talk__replies">
            {one.thread.replies.map((answer) => (
              <li key={answer.id}>
                <One context={contextOf(c)} plan={plan} comment={answer} />
              </li>
            ))}
          </ul>
          <div id="reply">
            <FormView
              form={form}
              state={state}
              action={planPath(plan, `/discussion/${first.id}`)}
              submit="Reply"
              draft={`reply-${first.id}`}
            />
          </div>
        </>
      ),
    },
    status,
  );
}

type Editing = { frame: PlanFrame; comment: Comment; team: Team };

async function toEdit(c: Request): Promise<Editing> {
  const context = contextOf(c);
  const frame = await planOf(c);
  const comment = await commentInSight(context, frame.plan, c.req.param("comment")!);
  const { team } = await threadOf(context, frame.plan, comment.id);
  return { frame, comment, team };
}

export async function editCommentPage(c: Request): Promise<Response> {
  const editing = await toEdit(c);
  const { text, mentions, version } = editing.comment;
  refuseOthers(c, editing);
  return drawEdit(c, editing, { typed: { text, tell: [...mentions] }, version });
}

export async function saveComment(c: Request): Promise<Response> {
  const editing = await toEdit(c);
  const { plan } = editing.frame;
  const { id, threadId } = editing.comment;
  refuseOthers(c, editing);
  return submitForm(c, {
    form: talkForm(editing.team, "What you say"),
    act: async ({ text, tell }, version) => {
      const desk = mailDesk(c.get("services"));
      await changeComment(contextOf(c), plan, { id, said: { text, ticked: tell }, version, desk });
      return c.redirect(planPath(plan, `/discussion/${threadId ?? id}?done=changed#comment-${id}`), 303);
    },
    redraw: (state, status) => drawEdit(c, editing, state, status),
  });
}

function refuseOthers(c: Request, { frame, comment }: Editing): void {
  if (!commentRights(contextOf(c), frame.plan, comment).change)
    throw new Forbidden("Only whoever wrote this can change it.");
}

function drawEdit(c: Request, { frame, comment, team }: Editing, state: FormState, status = 200): Response {
  const page = {
    under: "talk",
    title: "Change what you said",
    form: talkForm(team, "What you say"),
    action: planPath(frame.plan, `/discussion/${comment.id}/edit`),
    submit: "Save",
  } as const;
  return planFormPage(c, frame, page, { state, status });
}

export async function takeBackForm(c: Request): Promise<Response> {
  const { plan } = await planOf(c);
  const id = c.req.param("comment")!;
  await takeBack(contextOf(c), plan, id);
  return c.redirect(planPath(plan, "/discussion?done=gone"), 303);
}
