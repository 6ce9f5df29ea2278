import { watchLive } from "./live.ts";

/**
 * Parts of a page that keep themselves up to date: <section id="…" data-live="series:…" data-live-since="7">. When
 * the thing changes the page is asked for again, and the parts with the same id take the place of these. What
 * somebody is working in is left alone.
 */
export function startLiveParts(): void {
  const topics = new Map<string, string | undefined>();
  for (const { dataset } of liveParts(document)) topics.set(dataset.live ?? "", dataset.liveSince);
  for (const [topic, since] of topics) watchLive(topic, () => void renew(topic), since);
}

function liveParts(within: ParentNode, topic?: string): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>("[data-live][id]")].filter(
    ({ dataset }) => topic === undefined || dataset.live === topic,
  );
}

async function renew(topic: string): Promise<void> {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of liveParts(document, topic)) {
      const next = fresh.getElementById(part.id);
      if (next && !isInUse(part)) part.replaceWith(document.adoptNode(next));
    }
  } catch {
    // Without a connection the page stays as it is; the next word, or the next load, brings it up to date.
  }
}

function isInUse(part: HTMLElement): boolean {
  if (part.contains(document.activeElement)) return true;
  return [...part.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")].some((field) =>
    field.type === "checkbox" || field.type === "radio"
      ? (field as HTMLInputElement).checked !== (field as HTMLInputElement).defaultChecked
      : field.value !== field.defaultValue,
  );
}
