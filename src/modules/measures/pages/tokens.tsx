import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { columnPage, formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { dayInWords } from "#platform/moments.ts";
import { Table } from "#ui/nhs/table.tsx";
import { WarningCallout } from "#ui/nhs/warning-callout.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { endToken, makeToken } from "../commands/keep-tokens.ts";
import { myTokens, type MyTokens } from "../queries/my-tokens.ts";

const lifetimes = { "30": "30 days", "90": "90 days", "365": "1 year" } as const;

const formFor = ({ series }: MyTokens) =>
  defineForm({
    name: {
      kind: "text",
      label: "What it is for",
      hint: "Such as Incident system to falls chart",
      schema: z.string().min(2, "Say what it is for").max(100, "This must be 100 characters or fewer"),
    },
    scope: {
      kind: "choice",
      label: "What it may do",
      options: [
        { value: "read", label: "Read the numbers" },
        { value: "write", label: "Read and write the numbers" },
      ],
      schema: z.enum(["read", "write"], "Choose what it may do"),
    },
    series: {
      kind: "choices",
      label: "For which measures",
      options: series.map(({ id, name }) => ({ value: id, label: name })),
      schema: z
        .array(z.string())
        .min(1, "Choose at least one measure")
        .max(100, "Choose 100 measures or fewer"),
    },
    days: {
      kind: "choice",
      label: "How long it works",
      options: Object.entries(lifetimes).map(([value, label]) => ({ value, label })),
      schema: z.enum(["30", "90", "365"], "Choose how long it works").transform(Number),
    },
  });

export async function tokensPage(c: Request): Promise<Response> {
  return draw(c, await myTokens(contextOf(c)), { typed: { scope: "write", days: "90" } });
}

export async function saveToken(c: Request): Promise<Response> {
  const context = contextOf(c);
  const found = await myTokens(context);
  return submitForm(c, {
    form: formFor(found),
    async act({ series, ...wanted }) {
      return shown(c, await makeToken(context, { ...wanted, seriesIds: series }));
    },
    redraw: (state, status) => draw(c, found, state, status),
  });
}

/** Shown once and kept nowhere, so it must not lie in a cache either. */
function shown(c: Request, token: string | null): Response {
  const page = columnPage(c, {
    title: "Your key",
    section: "Measures",
    backLink: { text: "All keys", href: "/me/tokens" },
    children:
      token === null ? (
        <p>
          This key was made already and cannot be shown again. If you did not copy it, end it and make
          another.
        </p>
      ) : (
        <>
          <WarningCallout
            heading="Copy it now"
            text="It is shown this once. We keep no copy, and nobody can look it up."
          />
          <p>
            <code className="tl-fingerprint">{token}</code>
          </p>
          <p>
            <a href="/measures/api">How a program uses it</a>
          </p>
        </>
      ),
  });
  page.headers.set("Cache-Control", "no-store");
  return page;
}

export async function endTokenForm(c: Request): Promise<Response> {
  await endToken(contextOf(c), c.req.param("id")!);
  return c.redirect("/me/tokens", 303);
}

function draw(c: Request, found: MyTokens, state: FormState, status = 200): Response {
  if (found.series.length === 0)
    return columnPage(
      c,
      {
        title: "Keys for programs",
        section: "Measures",
        backLink: { text: "Back", href: "/measures/api" },
        children: (
          <p>
            A key lets a program put numbers into your measures. <a href="/measures/new">Start a measure</a>{" "}
            first.
          </p>
        ),
      },
      status,
    );
  const page = {
    title: "Keys for programs",
    section: "Measures",
    backLink: { text: "Back", href: "/measures/api" },
    action: "/me/tokens",
    form: formFor(found),
    submit: "Make a key",
    children: (
      <>
        <p>
          A key opens the measures that you name and nothing else, and never more than you may do yourself.
        </p>
        <TokenTable tokens={found.tokens} />
        <h2>Make a key</h2>
      </>
    ),
  };
  return formPage(c, page, state, status);
}

function TokenTable({ tokens }: Pick<MyTokens, "tokens">) {
  if (tokens.length === 0) return null;
  return (
    <Table
      id="tokens"
      caption={{ text: "Keys that work now", size: "s" }}
      firstCellIsHeader
      responsive
      head={[
        { text: "What it is for" },
        { text: "May" },
        { text: "Measures" },
        { text: "Last used" },
        { text: "Works until" },
        { text: "End it" },
      ]}
      rows={tokens.map((token) => [
        { text: token.name },
        { text: token.scope === "read" ? "Read" : "Read and write" },
        { text: token.series.map(({ name }) => name).join(", ") },
        { text: token.lastUsedAt ? dayInWords(token.lastUsedAt) : "Never" },
        { text: dayInWords(token.expiresAt) },
        {
          html: (
            <PostButton
              action={`/me/tokens/${token.id}/end`}
              text="End"
              about={token.name}
              variant="secondary"
              small
            />
          ),
        },
      ])}
    />
  );
}
