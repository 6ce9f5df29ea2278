import type { ReactNode } from "react";
import { z } from "zod";
import { Table } from "#ui/nhs/table.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { formPage } from "#web/column-page.tsx";
import { doneWord } from "#web/done-word.ts";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { forgetServer, vouchForServer } from "../commands/vouch-for-server.ts";
import { servers, type Servers } from "../queries/servers.ts";
import { dayInWords } from "#platform/moments.ts";
import { bundlesOf } from "./bundles-of.ts";

const form = defineForm({
  name: {
    kind: "text",
    label: "Name of the server",
    hint: "As people here know it, such as NHS The Vale",
    schema: z
      .string()
      .min(2, "Enter the name of the server")
      .max(100, "The name must be 100 characters or fewer"),
  },
  key: {
    kind: "text",
    label: "Public key",
    hint: "43 letters, digits and signs. It stands in every file that the server signs, after publicKey",
    spellcheck: false,
    schema: z
      .string()
      .regex(
        /^[\w-]{43}$/,
        "Enter the public key: 43 letters, digits, hyphens and underscores, and nothing else",
      ),
  },
});

const done = { known: "The server is known from now on.", forgotten: "The server is no longer known." };

export async function serversPage(c: Request): Promise<Response> {
  const read = (name: string) => (c.req.query(name) ?? "").slice(0, 300);
  return draw(c, { typed: { name: read("name"), key: read("key") } });
}

export async function saveServer(c: Request): Promise<Response> {
  return submitForm(c, {
    form,
    act: async ({ name, key }) => {
      await vouchForServer(contextOf(c), { name, publicKey: key });
      return c.redirect("/servers?done=known", 303);
    },
    redraw: (state, status) => draw(c, state, status),
  });
}

export async function forgetServerForm(c: Request): Promise<Response> {
  const key = c.get("form")?.get("key");
  await forgetServer(contextOf(c), typeof key === "string" ? key.slice(0, 100) : "");
  return c.redirect("/servers?done=forgotten", 303);
}

async function draw(c: Request, state: FormState, status = 200): Promise<Response> {
  const seen = await servers(contextOf(c), bundlesOf(c));
  return formPage(
    c,
    {
      title: "Servers that are known here",
      breadcrumbs: [{ text: "Improvement work", href: "/plans" }],
      success: doneWord(c, done),
      form,
      action: "/servers",
      submit: "Vouch for this server",
      children: (
        <>
          <p>
            Projects come from other servers in signed files. A file comes in only when somebody here has
            vouched for the server that signed it. Compare the fingerprint with people whom you know at the
            other server, by telephone and not by the mail that brought the file.
          </p>
          <p>
            Fingerprint of this server’s own key: <code>{seen.own}</code>
          </p>
          <Known seen={seen} />
          <h2>Vouch for a server</h2>
        </>
      ),
    },
    state,
    status,
  );
}

function Known({ seen: { known } }: { seen: Servers }): ReactNode {
  if (known.length === 0) return <p>No other server is known yet.</p>;
  return (
    <Table
      caption={{ text: "Known servers", size: "s" }}
      firstCellIsHeader
      responsive
      head={["Name", "Fingerprint", "Since", "Change"]}
      rows={known.map(({ name, publicKey, since, fingerprint }) => [
        name,
        { html: <code>{fingerprint}</code> },
        dayInWords(since),
        {
          html: (
            <PostButton
              action="/servers/forget"
              text="Forget"
              about={name}
              variant="secondary"
              small
              fields={{ key: publicKey }}
            />
          ),
        },
      ])}
    />
  );
}
