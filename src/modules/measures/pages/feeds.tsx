import type { ReactNode } from "react";
import { z } from "zod";
import { listOf, type Columns } from "#platform/list-file.ts";
import { dayInWords } from "#platform/moments.ts";
import { Invalid } from "#platform/problem.ts";
import { decodeText } from "#platform/decode-text.ts";
import { contextOf, type Request } from "#web/env.ts";
import { askedPage } from "#web/take-away.tsx";
import { columnPage, formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { ErrorSummary } from "#ui/nhs/error-summary.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { PageLinks } from "#ui/page-links.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { confirmLoad, sayMapping, startFeed } from "../commands/load-feed.ts";
import { stageUpload } from "../commands/stage-upload.ts";
import { namesNumbers, unnamedNumbers, usualLayout } from "../feed-layout.ts";
import { allFeeds, feedPage, loadPage, type FeedPage, type Feeds, type LoadPage } from "../queries/feeds.ts";
import { FeedMapping } from "../views/feed-mapping.tsx";

const column = (label: string, hint?: string) => ({
  kind: "text" as const,
  label,
  ...(hint && { hint }),
  width: 20 as const,
  schema: z.string().max(100, `${label} must be 100 characters or fewer`),
});

const start = defineForm(
  {
    name: {
      kind: "text",
      label: "Name of the feed",
      hint: "Such as Accident and emergency, monthly",
      schema: z.string().min(2, "Enter a name").max(100, "The name must be 100 characters or fewer"),
    },
    period: column("Column of the month"),
    code: column("Column of the organisation’s code"),
    measure: column("Column that says which measure"),
    value: column("Column of the number", "Leave this empty where there are 2 numbers"),
    numerator: column("Column of the numerator"),
    denominator: column("Column of the denominator"),
  },
  ({ value = "", numerator = "", denominator = "" }) =>
    namesNumbers({ value, numerator, denominator }) ? [] : [{ field: "value", message: unnamedNumbers }],
);

const columns: Columns<FeedPage["feed"]> = {
  name: ["Name of the feed", ({ name }) => name],
  startedAt: ["Started", ({ createdAt }) => createdAt],
  period: ["Column of the month", ({ layout }) => layout.period],
  code: ["Column of the organisation’s code", ({ layout }) => layout.code],
  measure: ["Column that says which measure", ({ layout }) => layout.measure],
  value: ["Column of the number", ({ layout }) => layout.value],
  numerator: ["Column of the numerator", ({ layout }) => layout.numerator],
  denominator: ["Column of the denominator", ({ layout }) => layout.denominator],
  address: ["Address", ({ id }) => `/measures/feeds/${id}`],
};

export async function feedsPage(c: Request): Promise<Response> {
  return drawFeeds(c, await allFeeds(contextOf(c), askedPage(c)), { typed: usualLayout });
}

export async function saveFeed(c: Request): Promise<Response> {
  const context = contextOf(c);
  const feeds = await allFeeds(context, 1);
  return submitForm(c, {
    form: start,
    async act({ name, ...layout }) {
      return c.redirect(`/measures/feeds/${await startFeed(context, { name, layout })}`, 303);
    },
    redraw: (state, status) => drawFeeds(c, feeds, state, status),
  });
}

function drawFeeds(c: Request, { feeds, paging }: Feeds, state: FormState, status = 200): Response {
  const page = {
    title: "Published files",
    section: "Measures",
    part: { page: paging.page, of: paging.pages },
    list: listOf({ name: "feeds", columns, rows: feeds, total: paging.total }),
    backLink: { text: "Back", href: "/measures" },
    action: "/measures/feeds",
    form: start,
    submit: "Start the feed",
    children: (
      <>
        <p>
          What is published every month is loaded here, so that nobody is asked for it again. Codes and
          measures are said once.
        </p>
        <FeedTable feeds={feeds} />
        <PageLinks paging={paging} href={(page) => `/measures/feeds?page=${page}`} />
        <h2>Start a feed</h2>
      </>
    ),
  };
  return formPage(c, page, state, status);
}

function FeedTable({ feeds }: Pick<Feeds, "feeds">): ReactNode {
  if (feeds.length === 0) return <p>No feed was started yet.</p>;
  return (
    <Table
      id="feeds"
      caption={{ text: "Feeds", size: "m" }}
      firstCellIsHeader
      head={[{ text: "Name" }, { text: "Started" }]}
      rows={feeds.map(({ id, name, createdAt }) => [
        { html: <a href={`/measures/feeds/${id}`}>{name}</a> },
        { text: dayInWords(createdAt) },
      ])}
    />
  );
}

/** More lines than these hold could take longer to judge and to load than one page may. */
const mostBytes = 5_000_000;

const upload = defineForm({
  file: {
    kind: "file",
    label: "A CSV file",
    hint: "Up to 5 MB. A larger one is loaded by whoever runs this service, with npm run feed",
    accept: ".csv,text/csv",
    schema: z.instanceof(File, { message: "Choose a file" }).refine(({ size }) => size <= mostBytes, {
      message:
        "The file is larger than 5 MB. Whoever runs this service loads it with the command npm run feed",
    }),
  },
});

export async function oneFeedPage(c: Request): Promise<Response> {
  return drawFeed(c, await feedPage(contextOf(c), c.req.param("id")!), {});
}

export async function saveFeedFile(c: Request): Promise<Response> {
  const context = contextOf(c);
  const page = await feedPage(context, c.req.param("id")!);
  return submitForm(c, {
    form: upload,
    async act({ file }) {
      const { text } = decodeText(new Uint8Array(await file.arrayBuffer()));
      const load = await stageUpload(context, page.feed.id, text);
      return c.redirect(`/measures/feeds/${page.feed.id}/loads/${load}`, 303);
    },
    redraw: (state, status) => drawFeed(c, page, state, status),
  });
}

function drawFeed(c: Request, { feed, mapping }: FeedPage, state: FormState, status = 200): Response {
  const done = c.req.query("done");
  const page = {
    title: feed.name,
    section: "Measures",
    backLink: { text: "All feeds", href: "/measures/feeds" },
    action: `/measures/feeds/${feed.id}`,
    form: upload,
    submit: "Look at the file",
    ...(done && /^\d+-\d+$/.test(done) && { success: doneWords(done) }),
    children: <p>Nothing is loaded until you have seen what it would do.</p>,
    after: (
      <>
        <h2>What was said once</h2>
        <p>
          {mapping.codes.filter(({ body }) => body !== null).length} codes are organisations here, and{" "}
          {mapping.codes.filter(({ body }) => body === null).length} are left out.
        </p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {mapping.measures.map(({ measure, definition }) => (
            <li key={measure}>
              {measure}:{" "}
              {definition ? <a href={`/measures/${definition.id}`}>{definition.name}</a> : "left out"}
            </li>
          ))}
        </ul>
      </>
    ),
  };
  return formPage(c, page, state, status);
}

function doneWords(done: string): string {
  const [added = 0, corrected = 0] = done.split("-").map(Number);
  return `${added.toLocaleString("en-GB")} numbers were added and ${corrected.toLocaleString("en-GB")} corrected`;
}

export async function loadFeedPage(c: Request): Promise<Response> {
  const page = await loadPage(contextOf(c), c.req.param("id")!, c.req.param("load")!);
  return drawLoad(c, page);
}

type Refused = { problems: readonly string[]; fields: ReadonlyMap<string, string> };

function drawLoad(c: Request, page: LoadPage, refused?: Refused): Response {
  const { feed, judged, loadId } = page;
  const path = `/measures/feeds/${feed.id}/loads/${loadId}`;
  const { isUnsaid, isWrong } = page;
  return columnPage(
    c,
    {
      title: "Check the file before it is loaded",
      section: "Measures",
      caption: feed.name,
      hasProblems: refused !== undefined,
      above: refused ? (
        <ErrorSummary
          heading={{ text: "There is a problem" }}
          errorList={refused.problems.map((text) => ({
            text,
            ...(refused.fields.has("codes") && { href: "#codes" }),
          }))}
        />
      ) : null,
      backLink: { text: "Back", href: `/measures/feeds/${feed.id}` },
      children: (
        <>
          <p>
            {judged.rows.toLocaleString("en-GB")} lines: {judged.added.toLocaleString("en-GB")} new numbers,{" "}
            {judged.changed.toLocaleString("en-GB")} corrected, {judged.same.toLocaleString("en-GB")} the same
            as now.
          </p>
          <Wrong page={page} />
          {isUnsaid ? (
            <FeedMapping
              page={page}
              path={path}
              sent={refused && { fields: refused.fields, problem: refused.problems.join(". ") }}
            />
          ) : null}
          {!isUnsaid && !isWrong ? (
            <PostButton action={path} text="Confirm and load" />
          ) : (
            <p>It can be loaded when nothing above stands against it.</p>
          )}
        </>
      ),
    },
    refused ? 422 : 200,
  );
}

function Wrong({ page: { judged } }: { page: LoadPage }): ReactNode {
  const lines = [
    ...judged.repeated.map(({ line, period, code, measure }) => ({
      line,
      message: `${period.slice(0, 7)} is there twice for ${code}, ${measure}`,
    })),
    ...judged.impossible,
  ];
  if (lines.length === 0) return null;
  return (
    <Table
      id="wrong"
      caption={{ text: "To be put right in the file", size: "s" }}
      firstCellIsHeader
      head={[{ text: "Line" }, { text: "What is wrong" }]}
      rows={lines.map(({ line, message }) => [{ text: line }, { text: message }])}
    />
  );
}

export async function saveMapping(c: Request): Promise<Response> {
  const context = contextOf(c);
  const page = await loadPage(context, c.req.param("id")!, c.req.param("load")!);
  const sent = [...(c.get("form") ?? new FormData()).entries()].filter(
    (pair): pair is [string, string] => typeof pair[1] === "string",
  );
  // Then what has no suggestion is not left out, but stays to be said.
  const onlySuggested = sent.some(([name, value]) => name === "only" && value === "suggested");
  const said = (before: string): [string, string][] =>
    sent
      .filter(([name, value]) => name.startsWith(before) && (value !== "" || !onlySuggested))
      .map(([name, value]) => [name.slice(before.length), value]);
  const measures = said("measure:").map(([measure, id]): [string, string | null] => [measure, id || null]);
  const known = new Set(page.definitions.map(({ id }) => id));
  const isKnown = measures.every(([, definition]) => definition === null || known.has(definition));
  const refuse = (...problems: string[]): Response => drawLoad(c, page, { problems, fields: new Map(sent) });
  if (!isKnown) return refuse("Choose a measure of the list");
  const typed = codesIn(sent.find(([name]) => name === "codes")?.[1] ?? "");
  try {
    await sayMapping(context, page.feed.id, {
      measures: Object.fromEntries(measures),
      codes: Object.fromEntries([
        ...typed.filter(([, body]) => body !== "" || !onlySuggested),
        ...said("code:"),
      ]),
    });
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return refuse(...error.problems.map(({ message }) => message));
  }
  return c.redirect(`/measures/feeds/${page.feed.id}/loads/${page.loadId}`, 303);
}

function codesIn(text: string): [string, string][] {
  const pairs = text
    .split("\n")
    .filter((line) => line.includes("="))
    .map((line): [string, string] => {
      const at = line.indexOf("=");
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    });
  return pairs.filter(([code]) => code !== "");
}

export async function confirmFeedLoad(c: Request): Promise<Response> {
  const id = c.req.param("id")!;
  const { added, corrected } = await confirmLoad(contextOf(c), id, c.req.param("load")!);
  return c.redirect(`/measures/feeds/${id}?done=${added}-${corrected}`, 303);
}
