import type { ReactNode } from "react";
import { DiagramFrame } from "#ui/diagram/diagram-frame.tsx";
import type { DiagramNode } from "#ui/diagram/graph.ts";
import { Outline } from "#ui/diagram/outline.tsx";
import { classNames } from "#ui/nhs/class-names.ts";
import { Select } from "#ui/nhs/select.tsx";
import { Button } from "#ui/nhs/button.tsx";
import { SubNavigation } from "#ui/sub-navigation.tsx";
import { isoDayInWords } from "#platform/moments.ts";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { keyOf } from "../item.ts";
import { frameworkPath, itemPath } from "../paths.ts";
import { countWords, pictureOf, type Picture } from "../pictures.ts";
import { narrowed, type Filters } from "../progress.ts";
import { frameworkProgress, type Progress } from "../queries/framework-progress.ts";
import { FrameworkFilters } from "../views/framework-filters.tsx";
import { FrameworkPicture, pictureViews, type PictureView } from "../views/framework-picture.tsx";
import { frameworkPage, readFilters } from "./framework-page.tsx";

export type Shown = {
  progress: Progress;
  picture: Picture;
  view: PictureView;
  part: string;
  filters: Filters;
};

/** The same items in three pictures, one click apart. */
export async function picturesPage(c: Request): Promise<Response> {
  const shown = await readPicture(c);
  const { progress, picture, view, part, filters } = shown;
  const { framework } = progress;
  const { pack } = framework.content;
  const kept = { view, part };
  const href = (node: DiagramNode) =>
    node.kind === "aim" ? frameworkPath(framework.key) : itemPath(framework.key, node.id);
  const address = (changed: Record<string, string>) =>
    frameworkPath(framework.key, "pictures", { ...filters, ...kept, ...changed });
  return frameworkPage(c, {
    framework,
    tab: "pictures",
    title: pictureViews[view],
    children: (
      <>
        <SubNavigation
          ariaLabel="Pictures"
          items={(Object.keys(pictureViews) as PictureView[]).map((one) => ({
            text: pictureViews[one],
            href: address({ view: one }),
            current: one === view,
          }))}
        />
        <FrameworkFilters pack={pack} filters={filters} page="pictures" kept={kept} />
        <LookInto shown={shown} />
        <p>
          <strong>{countWords(picture)}</strong>, the same in all 3 pictures.
        </p>
        <DiagramFrame
          label={pictureViews[view]}
          classes={classNames(
            "tl-diagram-frame--unless-narrow",
            view === "circle" && "tl-diagram-frame--circle",
          )}
        >
          <FrameworkPicture picture={picture} view={view} href={href} />
        </DiagramFrame>
        <Reconstructed pack={progress.framework.content.pack} />
        <h2 className="nhsuk-heading-m">The same in words</h2>
        <p>Each leads to what it means, who is responsible and how it stands.</p>
        <Outline nodes={picture.nodes} words={picture.words} href={href} />
        <Files shown={shown} />
      </>
    ),
  });
}

export async function readPicture(c: Request): Promise<Shown> {
  const progress = await frameworkProgress(contextOf(c), c.req.param("framework")!);
  const { content } = progress.framework;
  const filters = readFilters(c);
  const asked = c.req.query("view") ?? "";
  const part = (c.req.query("part") ?? "").slice(0, 60);
  const view = Object.hasOwn(pictureViews, asked) ? (asked as PictureView) : "tree";
  const picture = pictureOf(content, narrowed(progress.promised, filters, content.pack), part);
  return { progress, picture, view, part, filters };
}

function LookInto({ shown: { progress, view, part, filters } }: { shown: Shown }): ReactNode {
  const { framework } = progress;
  const { pack } = framework.content;
  const hidden = { ...filters, view };
  return (
    <form action={frameworkPath(framework.key, "pictures")} method="get" className="tl-search">
      {Object.entries(hidden).map(([name, value]) =>
        value === "" ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Select
        id="part"
        name="part"
        label="Look into"
        value={part}
        items={[
          { value: "", text: "The whole framework" },
          ...pack.conditions.map(({ id, title }) => ({
            value: keyOf("condition", id),
            text: `Condition ${id}: ${title}`,
          })),
          ...pack.actions.map(({ id, title }) => ({
            value: keyOf("action", id),
            text: `Action ${id}: ${title}`,
          })),
        ]}
      />
      <Button text="Look" variant="secondary" />
    </form>
  );
}

function Reconstructed({ pack }: { pack: Progress["framework"]["content"]["pack"] }): ReactNode {
  const note = pack.framework.notes.find((one) => one.about === "pictures");
  return note ? <p className="tl-quiet">{note.text}</p> : null;
}

function Files({ shown: { progress, view, part, filters } }: { shown: Shown }): ReactNode {
  const { key } = progress.framework;
  const kept = { ...filters, part };
  const links = [
    [frameworkPath(key, "pictures/print", { ...kept, view, paper: "a4" }), "Print or PDF, A4"],
    [frameworkPath(key, "pictures/print", { ...kept, view, paper: "a3" }), "Print or PDF, A3"],
    [frameworkPath(key, `pictures/${view}.png`, kept), "Picture (PNG)"],
    [frameworkPath(key, `pictures/${view}.svg`, kept), "Drawing (SVG)"],
    [frameworkPath(key, "pictures/framework.pptx", kept), "PowerPoint slides"],
    [frameworkPath(key, "pictures/outline.txt", kept), "Indented text"],
  ] as const;
  return (
    <section className="tl-diagram-files" aria-labelledby="files">
      <h2 className="nhsuk-heading-s" id="files">
        Take it with you
      </h2>
      <ul className="tl-diagram-files__list">
        {links.map(([href, text]) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const papers: Record<string, string> = { a3: "A3", a4: "A4" };

/** One sheet for the wall of a board room: the picture as large as the paper lets it be. */
export async function printPicturePage(c: Request): Promise<Response> {
  const { progress, picture, view, part, filters } = await readPicture(c);
  const { framework, today } = progress;
  const wanted = c.req.query("paper") ?? "";
  const paper = Object.hasOwn(papers, wanted) ? wanted : "a4";
  return renderPage(c, {
    title: picture.title,
    section: `${pictureViews[view]} to print`,
    look: "framework",
    backLink: {
      text: "Back to the picture",
      href: frameworkPath(framework.key, "pictures", { ...filters, part, view }),
    },
    children: (
      <div className={`tl-paper tl-paper--${paper}`}>
        <h1 className="nhsuk-heading-m">{picture.title}</h1>
        <p className="tl-paper__how">
          Print this page, or save it as a PDF, from your browser: it is made for {papers[paper]} paper on its
          side.
        </p>
        <div className="tl-paper__picture">
          <FrameworkPicture picture={picture} view={view} />
        </div>
        <p className="tl-paper__foot">
          {framework.title}, version {framework.number}, {isoDayInWords(today)}. {countWords(picture)}.
          Secondary drivers are reconstructed from the prose. Throughline.
        </p>
      </div>
    ),
  });
}
