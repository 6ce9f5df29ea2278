import type { ReactNode } from "react";
import { Button } from "#ui/nhs/button.tsx";

/** Where a script runs there are two buttons more; it hears their clicks by "data-copy". */
export interface ExportTools {
  /** What was last done, to be said. */
  readonly done: string;
}

const files = [
  { value: "png", text: "Download picture (PNG)" },
  { value: "svg", text: "Download drawing (SVG)" },
  { value: "csv", text: "Download table (CSV)" },
  { value: "working", text: "Download arithmetic (CSV)" },
] as const;

/** Files come from the server, which draws them from the form and keeps nothing; so they need no script. */
export function Exports({ tools }: { tools: ExportTools | undefined }): ReactNode {
  return (
    <div className="tl-exports">
      {tools ? (
        <>
          <Button
            text="Copy picture"
            type="button"
            variant="secondary"
            small
            attributes={{ "data-copy": "picture" }}
          />
          <Button
            text="Copy link to this chart"
            type="button"
            variant="secondary"
            small
            attributes={{ "data-copy": "link" }}
          />
        </>
      ) : null}
      {files.map(({ value, text }) => (
        <Button
          key={value}
          text={text}
          name="format"
          value={value}
          variant="secondary"
          small
          attributes={{ form: "chart-form", formaction: "/charts/download" }}
        />
      ))}
      <output className="tl-exports__done">{tools?.done}</output>
    </div>
  );
}
