import { renderToStaticMarkup } from "react-dom/server";
import { dayOf } from "#platform/day.ts";
import { canWrite, pngOf } from "#platform/picture-file.ts";
import { NotFound } from "#platform/problem.ts";
import { writeSlides } from "#platform/slides/write-slides.ts";
import { ActionsView } from "#ui/diagram/actions-view.tsx";
import { DriverTree } from "#ui/diagram/driver-tree.tsx";
import { outlineText } from "#ui/diagram/outline-tree.ts";
import { Sunburst } from "#ui/diagram/sunburst.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { actionsOf } from "../diagram/decision-words.ts";
import { diagramDeck } from "../diagram/diagram-deck.ts";
import { nodeWords, type NodeWords } from "../diagram/node-words.ts";
import { diagramAt } from "../queries/diagram-versions.ts";
import { planActions } from "../queries/plan-diagram.ts";
import { frameOf } from "../views/plan-page.tsx";

type Seen = Awaited<ReturnType<typeof planActions>> & { words: NodeWords };
type File = { type: string; body: string | Uint8Array<ArrayBuffer> };

const svgType = "image/svg+xml; charset=utf-8";

/** A diagram as a file: drawings, pictures, slides and plain text. */
export async function diagramFile(c: Request): Promise<Response> {
  const context = contextOf(c);
  const name = c.req.param("file") ?? "";
  const found = await planActions(context, c.req.param("id")!);
  const seen = await seenAt(c, { ...found, words: nodeWords(frameOf(c, found.plan), found.nodes) });
  const file = await fileOf(name, seen, context.at);
  return new Response(file.body, {
    headers: {
      "Content-Type": file.type,
      "Content-Disposition": `${c.req.query("at") ? "inline" : "attachment"}; filename="${fileName(seen.plan.title)}-${name}"`,
    },
  });
}

/** As it stood at the end of a day, where one is named. */
async function seenAt(c: Request, seen: Seen): Promise<Seen> {
  const day = c.req.query("at");
  if (day === undefined) return seen;
  return { ...seen, nodes: await diagramAt(contextOf(c), seen.plan, day), tests: [] };
}

async function fileOf(name: string, seen: Seen, at: Date): Promise<File> {
  const [, picture = "", ending = ""] = /^(tree|actions|circle)\.(svg|png)$/.exec(name) ?? [];
  if (picture !== "") return pictureFile(svgOf(picture, seen, at), ending);
  if (name === "outline.txt")
    return { type: "text/plain; charset=utf-8", body: outlineText(seen.nodes, { withBeliefs: true }) };
  if (name !== "diagram.pptx") throw new NotFound();
  const { plan, nodes, tests, words } = seen;
  const deck = diagramDeck(plan.title, { nodes, words, actions: actionsOf(tests, dayOf(at)), at });
  const type = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
  return { type, body: await writeSlides(deck) };
}

function pictureFile(svg: string, ending: string): File {
  if (ending === "svg") return { type: svgType, body: svg };
  if (!canWrite())
    throw new NotFound("This server has no typeface to draw a picture with. Take the drawing (SVG) instead.");
  return { type: "image/png", body: pngOf(svg) };
}

function svgOf(picture: string, { plan, nodes, tests, words }: Seen, at: Date): string {
  const given = { id: "diagram", nodes, title: plan.title };
  if (picture === "circle") return renderToStaticMarkup(<Sunburst {...given} />);
  if (picture === "actions")
    return renderToStaticMarkup(<ActionsView {...given} actions={actionsOf(tests, dayOf(at))} />);
  return renderToStaticMarkup(<DriverTree {...given} words={words} />);
}

/** Only letters that every file system and every header takes. */
function fileName(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replaceAll(/[^\w]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .toLowerCase();
  return plain.slice(0, 60) || "diagram";
}
