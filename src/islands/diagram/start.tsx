import { createRoot } from "react-dom/client";
import { watchLive } from "../../web/assets/live.ts";
import type { DiagramData } from "./diagram-data.ts";
import { DiagramEditor } from "./diagram-editor.tsx";
import { renewWords } from "./renew-words.ts";
import { Workshop, type DiagramWords } from "./workshop.ts";

/** Takes the place of the picture that the server drew. */
const place = document.querySelector<HTMLElement>("#diagram-editor");
const { plan, diagram, words, label } = place?.dataset ?? {};
if (place && plan && diagram && words) {
  const data = JSON.parse(diagram) as DiagramData;
  const workshop = new Workshop(plan, data, JSON.parse(words) as DiagramWords, label);
  createRoot(place).render(<DiagramEditor workshop={workshop} />);
  watchLive(`diagram:${plan}`, () => void workshop.refresh(), String(data.version));
  renewWords(workshop);
}
