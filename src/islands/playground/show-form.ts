import { emptyForm, type StudyField, type StudyForm } from "./study-form.ts";

/** Puts what a link holds into the controls. */
export function showForm(element: HTMLFormElement, form: StudyForm): void {
  for (const name of Object.keys(emptyForm) as StudyField[]) {
    for (const control of element.querySelectorAll<
      HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
    >(`[name="${name}"]`)) {
      if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio"))
        control.checked = control.value === form[name];
      else control.value = form[name];
    }
  }
}
