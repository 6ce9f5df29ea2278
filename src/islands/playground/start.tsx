import { createRoot, type Root } from "react-dom/client";
import { copyPicture } from "./copy-picture.ts";
import { Results } from "./results.tsx";
import { formFromFragment, shareFragment } from "./share-link.ts";
import { showForm } from "./show-form.ts";
import { showProblems } from "./show-problems.ts";
import { studyOf, type Study } from "./study.ts";
import { readForm } from "./study-form.ts";

/** Draws again in the browser, with the server's own parts, whenever something in the form changes. */
class Playground {
  readonly #form: HTMLFormElement;
  readonly #place: HTMLElement;
  #root: Root | undefined;
  #study: Study | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HTMLFormElement, place: HTMLElement) {
    this.#form = form;
    this.#place = place;
    form.addEventListener("input", () => this.#soon());
    form.addEventListener("submit", (event) => {
      if (event.submitter?.getAttribute("formaction")) return;
      event.preventDefault();
      this.#draw();
      place.querySelector("h2")?.scrollIntoView({ block: "start" });
    });
    place.addEventListener("click", (event) => void this.#copy(event.target));
  }

  async openLink(): Promise<void> {
    const form = await formFromFragment(location.hash);
    if (!form) return;
    showForm(this.#form, form);
    this.#draw();
  }

  drawIfFilled(): void {
    if (this.#form.querySelector<HTMLTextAreaElement>("#data")?.value.trim()) this.#draw();
  }

  #soon(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#draw(), 150);
  }

  /** A chart that was right stays until there is a better one; the problems stand at their fields. */
  #draw(): void {
    const study = studyOf(readForm(new FormData(this.#form)));
    showProblems(this.#form, study.problems);
    if (study.drawn) this.#show(study, "");
  }

  #show(study: Study, done: string): void {
    if (!study.drawn) return;
    this.#study = study;
    this.#root ??= createRoot(this.#place);
    this.#root.render(<Results drawn={study.drawn} tools={{ done }} />);
  }

  async #copy(target: EventTarget | null): Promise<void> {
    const wanted =
      target instanceof Element ? target.closest<HTMLElement>("[data-copy]")?.dataset["copy"] : undefined;
    const drawn = this.#study?.drawn;
    if (!wanted || !drawn || !this.#study) return;
    const done = wanted === "link" ? await copyLink(this.#study) : await copyPicture(drawn);
    this.#show(this.#study, done);
  }
}

async function copyLink(study: Study): Promise<string> {
  const fragment = await shareFragment(study.form);
  history.replaceState(undefined, "", `/charts#${fragment}`);
  try {
    await navigator.clipboard.writeText(location.href);
    return "Link copied. It holds the data itself; nothing is stored.";
  } catch {
    return "The address of this page is now the link: copy it from the address bar.";
  }
}

const form = document.querySelector<HTMLFormElement>("#chart-form");
const place = document.querySelector<HTMLElement>("#chart-results");
if (form && place) {
  const playground = new Playground(form, place);
  if (location.hash.length > 1) void playground.openLink();
  else playground.drawIfFilled();
}
