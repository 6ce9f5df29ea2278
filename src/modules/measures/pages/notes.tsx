import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { addNote, removeNote } from "../commands/annotate.ts";
import { seriesNotes, type SeriesNotes } from "../queries/series-notes.ts";
import { seriesName } from "../series.ts";
import { NoteTable } from "../views/note-table.tsx";

const form = defineForm({
  on: { kind: "date", label: "When", schema: z.iso.date("Enter a real date, like 1 4 2026") },
  label: {
    kind: "text",
    label: "What happened",
    hint: "A few words, such as Ward moved to the new wing. Name no patient",
    schema: z.string().min(2, "Say what happened").max(100, "This must be 100 characters or fewer"),
  },
});

export async function notesPage(c: Request): Promise<Response> {
  return draw(c, await seriesNotes(contextOf(c), c.req.param("id")!), {});
}

export async function saveNote(c: Request): Promise<Response> {
  const context = contextOf(c);
  const notes = await seriesNotes(context, c.req.param("id")!);
  return submitForm(c, {
    form,
    async act(note) {
      await addNote(context, notes.series.id, note);
      return c.redirect(`/series/${notes.series.id}?done=noted`, 303);
    },
    redraw: (state, status) => draw(c, notes, state, status),
  });
}

export async function takeNoteAway(c: Request): Promise<Response> {
  const id = c.req.param("id")!;
  await removeNote(contextOf(c), id, c.req.param("note")!);
  return c.redirect(`/series/${id}?done=unnoted`, 303);
}

function draw(c: Request, notes: SeriesNotes, state: FormState, status = 200): Response {
  const { series, annotations } = notes;
  const page = {
    title: "Notes on the chart",
    section: "Measures",
    caption: seriesName(series),
    backLink: { text: "Back", href: `/series/${series.id}` },
    action: `/series/${series.id}/notes`,
    form,
    submit: "Put it on the chart",
    children: <p>What happened beside the numbers. Tests of a plan come here by themselves.</p>,
    after: <NoteTable seriesId={series.id} annotations={annotations} />,
  };
  return formPage(c, page, state, status);
}
