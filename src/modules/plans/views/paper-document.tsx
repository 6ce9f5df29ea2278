import { renderToStaticMarkup } from "react-dom/server";
import type { ReactNode } from "react";
import { canWrite, pngOf } from "#platform/picture-file.ts";
import type { Paper } from "../exports/paper.ts";
import { PaperBlocks } from "./paper-body.tsx";

/**
 * A paper as one HTML file that Word opens and saves as its own: headings it knows, tables with lines, pictures
 * within the file. A server without a typeface leaves the pictures out; the tables beside them say the same.
 */
export function paperDocument({ title, lead, sections, foot }: Paper): string {
  const markup = renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <h1>{title}</h1>
        <p>{lead}</p>
        {sections.map(({ key, heading, blocks }) => (
          <section key={key}>
            <h2>{heading}</h2>
            <PaperBlocks blocks={blocks} draw={picture} />
          </section>
        ))}
        <p className="foot">{foot}</p>
      </body>
    </html>,
  );
  return `<!DOCTYPE html>\n${markup}\n`;
}

function picture(svg: string, { alt, width }: { alt: string; width: number }): ReactNode {
  if (!canWrite()) return null;
  const png = Buffer.from(pngOf(svg)).toString("base64");
  return (
    <p>
      <img src={`data:image/png;base64,${png}`} alt={alt} width={width} />
    </p>
  );
}

const style = `
@page { size: 21cm 29.7cm; margin: 2cm; }
body { font-family: Arial, sans-serif; font-size: 11pt; line-height: 1.4; color: #212b32; max-width: 18cm; }
h1 { font-size: 22pt; color: #003087; } h2 { font-size: 15pt; color: #003087; } h3 { font-size: 12pt; }
table { border-collapse: collapse; width: 100%; margin: 0 0 12pt; font-size: 9.5pt; }
caption { text-align: left; font-weight: bold; padding: 4pt 0; }
th, td { border: 1px solid #aeb7bd; padding: 3pt 5pt; text-align: left; vertical-align: top; }
thead th { background: #e8f1fa; } .foot { color: #4c6272; font-size: 9pt; }
`;
