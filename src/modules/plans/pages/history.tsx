import type { ReactNode } from "react";
import { listOf, type Columns } from "#platform/list-file.ts";
import { Invalid, NotFound } from "#platform/problem.ts";
import { Details } from "#ui/nhs/details.tsx";
import { PageLinks } from "#ui/page-links.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { askedPage } from "#web/take-away.tsx";
import { ownContext } from "#web/own-context.ts";
import { restoreText } from "../commands/restore-text.ts";
import { isRestorable, type TextVersion } from "../kept-text.ts";
import { planTexts } from "../queries/plan-texts.ts";
import { textName } from "../text-words.ts";
import { planPage, planPath } from "../views/plan-page.tsx";
import { dayInWords } from "#platform/moments.ts";
import { planOf } from "./plan-of.ts";

const done = {
  restored: "The earlier text stands again. What stood there is below, and can come back.",
  gone: "This entry was taken out of the diagram. Put it back there first.",
};

const columns: Columns<TextVersion> = {
  what: ["What it is", textName],
  text: ["What was written", ({ text }) => text],
  before: ["What stood there before", ({ before }) => before],
  writer: ["Who wrote it", ({ writer }) => writer],
  writtenAt: ["When", ({ writtenAt }) => writtenAt],
  isNow: ["Stands there now", ({ isNow }) => isNow],
};

export async function historyPage(c: Request): Promise<Response> {
  const frame = await planOf(c);
  const found = await planTexts(contextOf(c), frame.plan, askedPage(c));
  const path = planPath(frame.plan, "/history");
  return planPage(c, frame, {
    under: "history",
    title: frame.words.history,
    part: { page: found.paging.page, of: found.paging.pages },
    success: doneWord(c, done),
    list: listOf({ name: "history", columns, rows: found.texts, total: found.paging.total }),
    children: (
      <>
        <p>
          Every text that was written here stands below, the newest first, with who wrote it. Whatever was
          changed can come back. <a href={planPath(frame.plan, "/stage")}>See its stages</a>, or{" "}
          <a href={planPath(frame.plan, "/share")}>who could see it when</a>.
        </p>
        {found.texts.length === 0 ? <p>Nothing was written yet.</p> : null}
        <Timeline
          headingLevel={2}
          events={found.texts.map((one) => ({
            title: textName(one),
            when: dayInWords(one.writtenAt),
            dateTime: one.writtenAt.toISOString(),
            by: one.writer,
            children: <Text version={one} path={path} canRestore={found.can.restore} />,
          }))}
        />
        <PageLinks paging={found.paging} href={(page) => `${path}?page=${page}`} />
      </>
    ),
  });
}

function emptyWords({ thingKind }: TextVersion): string {
  return thingKind === "write-up" ? "The draft from the record" : "Left empty";
}

type TextProps = { version: TextVersion; path: string; canRestore: boolean };

function Text({ version, path, canRestore }: TextProps): ReactNode {
  return (
    <>
      <p className="tl-written">{version.text || emptyWords(version)}</p>
      {version.before ? (
        <Details summary="What stood there before">
          <p className="tl-written">{version.before}</p>
        </Details>
      ) : null}
      {version.isNow ? (
        <p className="tl-quiet">This is what stands there now.</p>
      ) : canRestore && isRestorable(version) ? (
        <PostButton
          action={`${path}/${version.id}/restore`}
          text="Let this stand again"
          about={textName(version)}
          variant="secondary"
          small
        />
      ) : null}
    </>
  );
}

export async function restoreForm(c: Request): Promise<Response> {
  const id = c.req.param("text") ?? "";
  if (!/^\d{1,15}$/.test(id)) throw new NotFound();
  const planId = c.req.param("id") ?? "";
  try {
    await restoreText(ownContext(c), planId, Number(id));
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return c.redirect(`/plans/${planId}/history?done=gone`, 303);
  }
  return c.redirect(`/plans/${planId}/history?done=restored`, 303);
}
