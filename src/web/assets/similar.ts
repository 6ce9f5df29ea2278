/**
 * Shows what others have tried while somebody writes, in a place that the page keeps for it. When the server does
 * not answer, nothing is shown: the next page shows the same.
 */
const waitBeforeAsking = 300;
const fewestLetters = 4;

export function startSimilar(field: HTMLTextAreaElement): void {
  const { similar } = field.dataset;
  const place = field.form?.querySelector<HTMLElement>("[data-similar-results]");
  if (!similar || !place) return;
  let timer: number | undefined;
  let asked = new AbortController();
  const ask = async (): Promise<void> => {
    asked.abort();
    asked = new AbortController();
    const typed = field.value.trim();
    if (typed.length < fewestLetters) return place.replaceChildren();
    const address = new URL(similar, location.href);
    address.searchParams.set("q", typed);
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (!answer.ok) return;
      const piece = new DOMParser().parseFromString(await answer.text(), "text/html");
      place.replaceChildren(...piece.body.childNodes);
    } catch {
      // Whoever goes on writing has asked again, and without an answer the page stays as it is.
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), waitBeforeAsking);
  });
  void ask();
}
