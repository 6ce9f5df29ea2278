/**
 * Makes a plain text field offer matches while one types, as the combobox pattern with a list
 * and manual choice lays down (WAI-ARIA Authoring Practices). When the server does not answer,
 * the field stays what it was.
 */

import { element, setAttributes } from "./element.ts";

type Match = { readonly value: string; readonly label: string; readonly hint?: string };

const waitBeforeAsking = 150;
const fewestLetters = 2;

let made = 0;

export function startTypeAhead(input: HTMLInputElement): void {
  const { source } = input.dataset;
  const wrapper = input.parentElement;
  if (!source || !wrapper) return;
  const id = `${input.id || `type-ahead-${++made}`}-list`;
  const chosen = wrapper.querySelector<HTMLInputElement>('input[type="hidden"]');
  const list = element("ul", {
    id,
    class: "tl-type-ahead__list",
    role: "listbox",
    "aria-label": "Matches",
    hidden: "",
  });
  const status = element("div", { class: "nhsuk-u-visually-hidden", role: "status" });
  let matches: readonly Match[] = [];
  let active = -1;
  let timer: number | undefined;
  let asked = new AbortController();

  setAttributes(input, {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": id,
    "aria-expanded": "false",
  });
  wrapper.append(list, status);

  const show = (found: readonly Match[]) => {
    matches = found;
    list.replaceChildren(...found.map((match, place) => option(match, `${id}-${place}`)));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    activate(-1);
  };

  const activate = (place: number) => {
    active = place;
    Array.from(list.children).forEach((each, index) =>
      each.setAttribute("aria-selected", String(index === place)),
    );
    const current = list.children[place];
    current?.scrollIntoView({ block: "nearest" });
    if (current) input.setAttribute("aria-activedescendant", current.id);
    else input.removeAttribute("aria-activedescendant");
  };

  const close = () => {
    clearTimeout(timer);
    asked.abort();
    show([]);
    status.textContent = "";
  };

  const remember = (value: string) => {
    if (chosen) chosen.value = value;
  };

  const choose = (match: Match | undefined) => {
    if (!match) return;
    close();
    input.value = match.label;
    remember(match.value);
    status.textContent = `${match.label} chosen`;
  };

  const ask = async () => {
    asked.abort();
    const own = new AbortController();
    asked = own;
    const address = new URL(source, location.href);
    address.searchParams.set("q", input.value.trim());
    try {
      const answer = await fetch(address, { signal: own.signal, headers: { Accept: "application/json" } });
      if (!answer.ok) return close();
      const found: readonly Match[] = await answer.json();
      show(found);
      status.textContent =
        found.length === 0 ? "No matches" : `${found.length} matches. Use the arrow keys to choose.`;
    } catch {
      if (!own.signal.aborted) close();
    }
  };

  input.addEventListener("input", () => {
    remember("");
    clearTimeout(timer);
    if (input.value.trim().length < fewestLetters) return close();
    timer = window.setTimeout(() => void ask(), waitBeforeAsking);
  });

  input.addEventListener("keydown", (event) => {
    const isOpen = !list.hidden;
    const last = matches.length - 1;
    const moves: Partial<Record<string, () => void>> = {
      ArrowDown: () => (isOpen ? activate(active < last ? active + 1 : 0) : void ask()),
      ArrowUp: () => activate(active > 0 ? active - 1 : last),
      Enter: () => choose(matches[active]),
      Escape: close,
    };
    const move = moves[event.key];
    if (!move || (!isOpen && event.key !== "ArrowDown") || (event.key === "Enter" && active < 0)) return;
    event.preventDefault();
    move();
  });

  // The list goes when the field loses focus; pressing on a match must not take the focus first.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const picked = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    if (picked) choose(matches[Array.from(list.children).indexOf(picked)]);
  });
  input.addEventListener("blur", close);
}

function option({ label, hint }: Match, id: string): HTMLElement {
  const item = element("li", {
    id,
    class: "tl-type-ahead__option",
    role: "option",
    "aria-selected": "false",
  });
  item.textContent = label;
  if (hint) item.append(" ", element("small", {}, hint));
  return item;
}
