import { renderToStaticMarkup } from "react-dom/server";
import { canWrite, pngOf } from "#platform/picture-file.ts";
import { NotFound } from "#platform/problem.ts";
import { slideBody, type Slide } from "#platform/slides/slide.ts";
import { writeSlides } from "#platform/slides/write-slides.ts";
import { outlineText } from "#ui/diagram/outline-tree.ts";
import { diagramDeck } from "#modules/plans/index.ts";
import { contextOf, type Request } from "#web/env.ts";
import { FrameworkPicture, type PictureView } from "../views/framework-picture.tsx";
import { readPicture, type Shown } from "./pictures.tsx";

type File = { type: string; body: string | Uint8Array<ArrayBuffer> };

/** What is on the page, narrowed as the page is: drawings, pictures, slides and plain text. */
export async function pictureFile(c: Request): Promise<Response> {
  const name = c.req.param("file") ?? "";
  const shown = await readPicture(c);
  const { type, body } = await fileOf(name, shown, contextOf(c).at);
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${shown.progress.framework.key}-${name}"`,
    },
  });
}

async function fileOf(name: string, shown: Shown, at: Date): Promise<File> {
  const [, view = "", ending = ""] = /^(tree|actions|circle)\.(svg|png)$/.exec(name) ?? [];
  if (view !== "") {
    const svg = svgOf(shown, view as PictureView);
    if (ending === "svg") return { type: "image/svg+xml; charset=utf-8", body: svg };
    if (!canWrite())
      throw new NotFound(
        "This server has no typeface to draw a picture with. Take the drawing (SVG) instead.",
      );
    return { type: "image/png", body: pngOf(svg) };
  }
  if (name === "outline.txt")
    return { type: "text/plain; charset=utf-8", body: outlineText(shown.picture.nodes) };
  if (name !== "framework.pptx") throw new NotFound();
  const type = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
  return { type, body: await writeSlides(deckOf(shown, at)) };
}

function svgOf({ picture }: Shown, view: PictureView): string {
  return renderToStaticMarkup(<FrameworkPicture picture={picture} view={view} />);
}

/** Slides of shapes that can be moved and typed into, and the circle as a picture. */
function deckOf(shown: Shown, at: Date) {
  const { picture } = shown;
  const deck = diagramDeck(picture.title, { nodes: picture.nodes, words: picture.words, actions: [], at });
  const titles = [`${picture.title}: driver diagram`, `${picture.title}: actions under drivers`];
  const shapes = deck.slides.map((slide, index) => ({ ...slide, title: titles[index] ?? slide.title }));
  return { ...deck, slides: canWrite() ? [...shapes, circleSlide(shown)] : shapes };
}

function circleSlide(shown: Shown): Slide {
  const side = Math.min(slideBody.w, slideBody.h);
  const place = { x: slideBody.x + (slideBody.w - side) / 2, y: slideBody.y, w: side, h: side };
  return {
    title: `${shown.picture.title}: circular view`,
    shapes: [
      {
        kind: "picture",
        ...place,
        alt: outlineText(shown.picture.nodes),
        png: pngOf(svgOf(shown, "circle")),
      },
    ],
  };
}
