import type { Waiting } from "./offline-queue.ts";

/** What a form holds, as it is sent, with the name of who sends it. */
export function readEntry(form: HTMLFormElement, submitter: HTMLElement | null, person: string): Waiting {
  const sent = [...new FormData(form, submitter)].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  const signed = person ? [...sent.filter(([name]) => name !== "_as"), ["_as", person] as const] : sent;
  return {
    key: keyField(form).value,
    person,
    noun: form.dataset.offline || "form",
    about: form.dataset.offlineAbout || document.title,
    action: form.action,
    page: location.pathname + location.search,
    fields: signed,
    shown: shownIn(form),
    at: Date.now(),
    refused: false,
  };
}

/** A key that was never sent. A form that the server gave back keeps the key of what it gave back. */
export function renewKey(form: HTMLFormElement): void {
  const opened = openedKey();
  const isGivenBack = document.querySelector(".nhsuk-error-summary, .tl-conflict") !== null;
  if (!isGivenBack) openedKey(null);
  keyField(form).value = (isGivenBack && opened) || crypto.randomUUID();
}

const openedName = "offline-opened";

/** The key of the entry that stands open to be put right, in this tab. Given one, remembers it; given none, forgets. */
export function openedKey(key?: string | null): string | null {
  if (key) sessionStorage.setItem(openedName, key);
  if (key === null) sessionStorage.removeItem(openedName);
  return sessionStorage.getItem(openedName);
}

function keyField(form: HTMLFormElement): HTMLInputElement {
  const there = form.elements.namedItem("_key");
  if (there instanceof HTMLInputElement) return there;
  const made = document.createElement("input");
  made.type = "hidden";
  made.name = "_key";
  form.append(made);
  return made;
}

function shownIn(form: HTMLFormElement): { label: string; value: string }[] {
  return [...form.elements].flatMap((control) => {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) {
      return control instanceof HTMLSelectElement && control.value
        ? [{ label: labelOf(control), value: control.selectedOptions[0]?.text ?? control.value }]
        : [];
    }
    if (control.type === "hidden" || control.value === "") return [];
    if (control.type === "radio" || control.type === "checkbox")
      return (control as HTMLInputElement).checked
        ? [{ label: legendOf(control), value: labelOf(control) }]
        : [];
    return [{ label: labelOf(control), value: control.value }];
  });
}

function labelOf(control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): string {
  return control.labels?.[0]?.textContent?.trim() || control.name;
}

function legendOf(control: Element): string {
  return control.closest("fieldset")?.querySelector("legend")?.textContent?.trim() || "";
}
