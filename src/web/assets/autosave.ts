import { element, smallButton } from "./element.ts";

/**
 * Keeps texts in this browser until they are saved, so that a time-out or a lost signal
 * loses nothing. Machines are shared: drafts belong to one person, go on signing out, and do
 * not last longer than a week.
 */

type Field = HTMLInputElement | HTMLTextAreaElement;
type Draft = { readonly text: string; readonly at: number };

const longestKept = 7 * 24 * 60 * 60 * 1000;
const waitBeforeKeeping = 400;
const all = "draft:";

function prefix(): string {
  return `${all}${document.body.dataset.draftsOf ?? ""}:`;
}

export function startAutosave(): void {
  try {
    forget((key) => isOld(key) || isSaved(key));
    document.addEventListener("submit", ({ target }) => {
      if (target instanceof HTMLFormElement && target.matches('[action$="/sign-out"]')) forget(() => true);
    });
    for (const field of document.querySelectorAll<Field>("[data-autosave]")) keep(field);
  } catch {
    // A browser may refuse to store anything; the page works without it.
  }
}

function forget(isForgotten: (key: string) => boolean): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(all) && isForgotten(key)) localStorage.removeItem(key);
  }
}

function isOld(key: string): boolean {
  const draft = read(key);
  return !draft || Date.now() - draft.at > longestKept;
}

/** The confirmation page names what was saved: one text, or all texts of one form. */
function isSaved(key: string): boolean {
  return Array.from(document.querySelectorAll<HTMLMetaElement>('meta[name="saved"]')).some(({ content }) => {
    const saved = prefix() + content;
    return key === saved || key.startsWith(`${saved}:`);
  });
}

function read(key: string): Draft | undefined {
  try {
    const draft: Partial<Draft> | null = JSON.parse(localStorage.getItem(key) ?? "null");
    return typeof draft?.text === "string" ? { text: draft.text, at: Number(draft.at) || 0 } : undefined;
  } catch {
    return undefined;
  }
}

function keep(field: Field): void {
  const key = prefix() + (field.dataset.autosave ?? "");
  const given = field.value;
  const draft = read(key);
  let timer: number | undefined;

  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    try {
      if (field.value === given) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify({ text: field.value, at: Date.now() }));
    } catch {
      // Full or refused: the text is still in the page.
    }
  };

  if (draft && draft.text !== given) {
    put(field, draft.text);
    field.before(
      keptNote(draft, () => {
        put(field, given);
        write();
        field.focus();
      }),
    );
  }
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(write, waitBeforeKeeping);
  });
  addEventListener("pagehide", () => {
    if (timer !== undefined) write();
  });
}

/** Other scripts, such as the character count, are told as if it had been typed. */
function put(field: Field, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function keptNote(draft: Draft, discard: () => void): HTMLElement {
  const at = new Date(draft.at);
  const day = at.toLocaleDateString("en-GB", { day: "numeric", month: "long" });
  const time = at
    .toLocaleTimeString("en-GB", { hour: "numeric", minute: "2-digit", hour12: true })
    .replace(/\s/, "");
  const note = element(
    "div",
    { class: "tl-note", role: "status" },
    `We kept what you typed on ${day} at ${time}. `,
  );
  note.append(
    smallButton("Discard it", () => {
      note.remove();
      discard();
    }),
  );
  return note;
}
