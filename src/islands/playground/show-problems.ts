import type { Problem } from "./read-paste.ts";

/** Says what is wrong where it is wrong, as the server does when the form is sent. */
export function showProblems(form: HTMLFormElement, problems: readonly Problem[]): void {
  for (const control of form.querySelectorAll<HTMLElement>("input[id], textarea[id], select[id]")) {
    const found = problems.filter((problem) => problem.field === control.id);
    showAt(control, found.map((problem) => problem.message).join(". "));
  }
}

function showAt(control: HTMLElement, message: string): void {
  const group = control.closest<HTMLElement>(".nhsuk-form-group");
  if (!group) return;
  const id = `${control.id}-error`;
  const before = document.getElementById(id);
  if ((before?.textContent ?? "") === (message && `Error: ${message}`)) return;
  before?.remove();
  group.classList.toggle("nhsuk-form-group--error", message !== "");
  for (const kind of ["nhsuk-textarea", "nhsuk-input", "nhsuk-select"]) {
    if (control.classList.contains(kind)) control.classList.toggle(`${kind}--error`, message !== "");
  }
  const others = (control.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .filter((each) => each && each !== id);
  if (message !== "") {
    control.before(errorElement(id, message));
    others.push(id);
  }
  if (others.length > 0) control.setAttribute("aria-describedby", others.join(" "));
  else control.removeAttribute("aria-describedby");
}

function errorElement(id: string, message: string): HTMLElement {
  const element = document.createElement("span");
  element.id = id;
  element.className = "nhsuk-error-message";
  element.setAttribute("aria-live", "polite");
  const hidden = document.createElement("span");
  hidden.className = "nhsuk-u-visually-hidden";
  hidden.textContent = "Error:";
  element.append(hidden, ` ${message}`);
  return element;
}
