import { findPatientData } from "#ui/patient-data.ts";
import { element } from "./element.ts";

/** Says, while one types, that a text seems to hold a patient's data. The server looks again. */

const checkedFields = 'textarea, input[type="text"]:not([inputmode]), [data-check-patient-data]';
const waitBeforeReading = 500;

type Field = HTMLInputElement | HTMLTextAreaElement;

function isField(target: EventTarget | null): target is Field {
  return target instanceof Element && target.matches(checkedFields);
}

export function startPatientDataWarning(): void {
  const notes = new WeakMap<Field, HTMLElement>();
  let timer: number | undefined;

  const noteOf = (field: Field): HTMLElement => {
    const known = notes.get(field);
    if (known) return known;
    // A screen reader hears only what changes in a status that was already there.
    const note = element("div", { role: "status" });
    (field.closest(".nhsuk-input-wrapper") ?? field).after(note);
    notes.set(field, note);
    return note;
  };

  const look = (field: Field) => {
    const found = findPatientData(field.value);
    const note = noteOf(field);
    const text = found
      ? `This looks like it holds ${found}. Do not write down anything by which a patient could be recognised.`
      : "";
    if (note.textContent === text) return;
    note.className = found ? "tl-note tl-note--warning" : "";
    note.textContent = text;
  };

  document.addEventListener("focusin", ({ target }) => {
    if (isField(target)) noteOf(target);
  });
  document.addEventListener("input", ({ target }) => {
    if (!isField(target)) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => look(target), waitBeforeReading);
  });
  document.addEventListener("focusout", ({ target }) => {
    // Not at once: what comes and goes above a button would move it away from under the press that left the field.
    if (isField(target)) window.setTimeout(() => look(target), waitBeforeReading);
  });
}
