import type { ReactNode } from "react";
import { dayInWords } from "#platform/moments.ts";
import { PostButton } from "#ui/post-button.tsx";

type EmbedListProps = {
  seriesId: string;
  name: string;
  embeds: readonly { id: string; place: string; createdAt: Date; address: string }[];
};

export function EmbedList({ seriesId, name, embeds }: EmbedListProps): ReactNode {
  return (
    <>
      {embeds.map(({ id, place, createdAt, address }) => (
        <section key={id} aria-labelledby={`embed-${id}`}>
          <h2 id={`embed-${id}`} className="nhsuk-heading-s">
            {place}, since {dayInWords(createdAt)}
          </h2>
          <p>Copy this into the other page:</p>
          <p>
            <code className="tl-fingerprint">{`<img src="${address}" alt="${name}: chart over time">`}</code>
          </p>
          <PostButton
            action={`/series/${seriesId}/embed/${id}/stop`}
            text="Take it away"
            about={`from ${place}`}
            variant="secondary"
            small
          />
        </section>
      ))}
    </>
  );
}
