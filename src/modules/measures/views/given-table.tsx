import type { ReactNode } from "react";
import { Table } from "#ui/nhs/table.tsx";
import { PostButton } from "#ui/post-button.tsx";
import type { SeriesSharing } from "../queries/series-sharing.ts";

type GivenTableProps = { seriesId: string; given: SeriesSharing["given"] };

export function GivenTable({ seriesId, given }: GivenTableProps): ReactNode {
  if (given.length === 0) return <p>It was given to nobody.</p>;
  return (
    <Table
      id="given"
      caption={{ text: "Whose people see it too", size: "s" }}
      firstCellIsHeader
      head={[{ text: "Organisation" }, { text: "Take it back" }]}
      rows={given.map(({ id, code, name }) => [
        { html: <a href={`/bodies/${code}`}>{name}</a> },
        {
          html: (
            <PostButton
              action={`/series/${seriesId}/take-back/${id}`}
              text="Take back"
              about={`from ${name}`}
              variant="secondary"
              small
            />
          ),
        },
      ])}
    />
  );
}
