import type { ReactNode } from "react";

/** Ways in which numbers come in, beside one at a time. */
export function EntryLinks({ seriesId }: { seriesId: string }): ReactNode {
  const links = [
    { path: "numbers", text: "Enter or paste many" },
    { path: "upload", text: "Upload a file" },
    { path: "poster", text: "Poster with a code for phones" },
    { path: "tally", text: "Tally sheet to print" },
  ];
  return (
    <ul className="nhsuk-list tl-inline-list tl-no-print">
      {links.map(({ path, text }) => (
        <li key={path}>
          <a href={`/series/${seriesId}/${path}`}>{text}</a>
        </li>
      ))}
    </ul>
  );
}
