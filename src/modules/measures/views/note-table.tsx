import type { ReactNode } from "react";
import { longDate } from "#ui/long-date.ts";
import { Table } from "#ui/nhs/table.tsx";
import { PostButton } from "#ui/post-button.tsx";
import type { SeriesAnnotation } from "../annotation.ts";

type NoteTableProps = { seriesId: string; annotations: readonly SeriesAnnotation[] };

/** What a plan put there is changed in the plan. */
export function NoteTable({ seriesId, annotations }: NoteTableProps): ReactNode {
  if (annotations.length === 0) return <p>Nothing stands on the chart yet.</p>;
  return (
    <Table
      id="notes"
      caption={{ text: "On the chart now", size: "s" }}
      firstCellIsHeader
      responsive
      head={[{ text: "When" }, { text: "What happened" }, { text: "Written by" }, { text: "Take it away" }]}
      rows={annotations.map((note) => [
        { text: longDate(note.on) },
        note.href === "" ? { text: note.label } : { html: <a href={note.href}>{note.label}</a> },
        { text: note.writtenBy ?? "A plan" },
        {
          html:
            note.source === null ? (
              <PostButton
                action={`/series/${seriesId}/notes/${note.id}/remove`}
                text="Take away"
                about={note.label}
                variant="secondary"
                small
              />
            ) : (
              "In its plan"
            ),
        },
      ])}
    />
  );
}
