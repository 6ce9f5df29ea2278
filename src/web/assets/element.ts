export function setAttributes(target: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, value);
}

/** An element with attributes and, as text and never as markup, what it says. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  text?: string,
): HTMLElement {
  const made = document.createElement(name);
  setAttributes(made, attributes);
  if (text) made.textContent = text;
  return made;
}

/** A small button of the design system that does something on this page. */
export function smallButton(text: string, act: () => void): HTMLElement {
  const classes = "nhsuk-button nhsuk-button--secondary nhsuk-button--small";
  const button = element("button", { type: "button", class: classes }, text);
  button.addEventListener("click", act);
  return button;
}
