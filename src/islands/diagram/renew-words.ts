import type { Workshop } from "./workshop.ts";

const quietMilliseconds = 3_000;

/** What stands in words under the diagram follows it, when nobody has changed anything for a moment. */
export function renewWords(workshop: Workshop): void {
  let shown = workshop.scene.version;
  let timer: number | undefined;
  workshop.subscribe(() => {
    if (workshop.scene.version === shown) return;
    shown = workshop.scene.version;
    clearTimeout(timer);
    timer = window.setTimeout(() => void renew(), quietMilliseconds);
  });
}

async function renew(): Promise<void> {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const [old, next] = [document, fresh].map((page) => page.querySelector("#diagram-words"));
    if (old && next && !old.contains(document.activeElement)) old.replaceWith(document.adoptNode(next));
  } catch {
    // Without a connection the words stay as they are until the next change.
  }
}
