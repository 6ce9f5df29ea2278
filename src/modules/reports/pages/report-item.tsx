import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { InsetText } from "#ui/nhs/inset-text.tsx";
import { writeAbout } from "../commands/write-about.ts";
import { misleading } from "../misleading.ts";
import { itemPage, type ItemPage } from "../queries/item-page.ts";
import { sectionLabels, sections } from "../report.ts";

/** Ticked, words that mislead go through: advice, and never a bar. */
const asItIs = "as-it-is";

function formOf(people: ItemPage["people"], advice: readonly string[]) {
  return defineForm(
    {
      section: {
        kind: "select",
        label: "Part of the report",
        options: sections.map((value) => ({ value, label: sectionLabels[value] })),
        schema: z.enum(sections, "Choose a part of the report"),
      },
      words: {
        kind: "long-text",
        label: "Your words, in place of those of the rules",
        hint: "Leave it empty and the rules speak. What you write is marked as yours",
        rows: 4,
        most: 1500,
        schema: z.string().max(1500, "Your words must be 1,500 characters or fewer"),
      },
      ...(advice.length > 0 && {
        advice: {
          kind: "choices" as const,
          label: "Keep these words all the same?",
          options: [{ value: asItIs, label: "Yes, keep them as they are" }],
          schema: z.array(z.string()),
        },
      }),
      commitment: {
        kind: "text",
        label: "What will be done",
        hint: "Such as Redesign of the discharge lounge",
        schema: z.string().max(300, "This must be 300 characters or fewer"),
      },
      committedBy: {
        kind: "select",
        label: "Who promises it",
        options: [
          { value: "", label: "Nobody yet" },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ],
        schema: z
          .string()
          .refine(
            (chosen) => chosen === "" || people.some(({ id }) => id === chosen),
            "Choose one of the people in the list",
          ),
      },
      dueOn: {
        kind: "date",
        label: "By when",
        hint: "For example, 31 3 2027",
        schema: z.union([z.literal(""), z.iso.date("Enter a real date")]),
      },
    },
    ({ advice: kept }) =>
      Array.isArray(kept) && kept.includes(asItIs)
        ? []
        : advice.map((message) => ({ field: "words", message })),
  );
}

export async function reportItemPage(c: Request): Promise<Response> {
  const page = await itemPage(contextOf(c), which(c));
  const { item } = page;
  const [year = "", month = "", day = ""] = (item.dueOn ?? "").split("-");
  return draw(c, page, {
    typed: {
      section: item.section,
      words: item.words,
      commitment: item.commitment,
      committedBy: item.committedBy?.id ?? "",
      dueOn: [day, month, year],
    },
    version: item.version,
  });
}

export async function saveReportItem(c: Request): Promise<Response> {
  const context = contextOf(c);
  const page = await itemPage(context, which(c));
  const sent = c.get("form");
  const written = sent?.get("words");
  const advice = misleading(typeof written === "string" ? written : "");
  return submitForm(c, {
    form: formOf(page.people, advice),
    act: async ({ section, words, commitment, committedBy, dueOn }, version) => {
      const text = { section, words, commitment, committedBy: committedBy || null, dueOn: dueOn || null };
      await writeAbout(context, { ...which(c), version }, text);
      return c.redirect(`/reports/${page.report.id}?done=about#item-${page.item.id}`, 303);
    },
    redraw: (state, status) => draw(c, page, state, status),
  });
}

function which(c: Request): { reportId: string; itemId: string } {
  return { reportId: c.req.param("id")!, itemId: c.req.param("item")! };
}

function draw(c: Request, page: ItemPage, state: FormState, status = 200): Response {
  const { report, item, read, people } = page;
  const words = state.typed?.["words"];
  const advice = misleading(typeof words === "string" ? words : "");
  return formPage(
    c,
    {
      title: "Write about a measure",
      section: "Board reports",
      caption: read?.source.name ?? report.title,
      backLink: { text: "Back", href: `/reports/${report.id}` },
      form: formOf(people, advice),
      action: `/reports/${report.id}/items/${item.id}`,
      submit: "Save",
      draft: `report-item-${item.id}`,
      children: read ? (
        <InsetText>
          <p>
            <strong>What the rules say:</strong> {read.sentences.join(" ")}
          </p>
        </InsetText>
      ) : null,
    },
    state,
    status,
  );
}
