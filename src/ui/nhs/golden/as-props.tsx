import { createElement, type ReactNode } from "react";
import { wrapperElement } from "./normalised-html.ts";
import type { Params } from "./macros.ts";

/** Markup that a fixture gives as a string, as a node. Only for these tests. */
export function html(markup: string): ReactNode {
  return createElement(wrapperElement, { dangerouslySetInnerHTML: { __html: markup } });
}

type Translate = (params: Params) => Params;

function isParams(value: unknown): value is Params {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Moves old spellings (`{ headingLevel: "level" }`) into the object that holds them today, and says whose word counts when both are given. */
function into(
  target: string,
  spellings: Readonly<Record<string, string>>,
  winner: "old" | "new" | "both" = "new",
): Translate {
  return (params) => {
    const rest: Params = { ...params };
    const moved: Params = {};
    for (const [old, today] of Object.entries(spellings)) {
      if (rest[old] !== undefined) moved[today] = rest[old];
      delete rest[old];
    }
    if (Object.keys(moved).length === 0) return rest;
    const given = rest[target];
    if (winner === "old" || given === undefined) rest[target] = moved;
    else if (!isParams(given)) rest[target] = { ...moved, text: given };
    else if (winner === "both") rest[target] = { ...moved, ...given };
    return rest;
  };
}

/** A size, a level or a class changes a heading that is there; it does not make one. */
function onlyWith(name: string, translate: Translate): Translate {
  return (params) => (params[name] === undefined ? params : translate(params));
}

function renamed(names: Readonly<Record<string, string>>): Translate {
  return (params) => {
    const rest: Params = { ...params };
    for (const [old, today] of Object.entries(names)) {
      if (rest[old] !== undefined) rest[today] ??= rest[old];
      delete rest[old];
    }
    return rest;
  };
}

function inside(name: string, ...translate: readonly Translate[]): Translate {
  const one = (value: unknown) => (isParams(value) ? inTurn(translate)(value) : value);
  return (params) => {
    const value = params[name];
    if (value === undefined) return params;
    return { ...params, [name]: Array.isArray(value) ? value.map(one) : one(value) };
  };
}

function inTurn(translate: readonly Translate[]): Translate {
  return (params) => translate.reduce((result, each) => each(result), params);
}

function lastCrumb({ text, href, ...params }: Params): Params {
  if (!text || !href) return params;
  const items = Array.isArray(params["items"]) ? params["items"] : [];
  return { ...params, items: [...items, { text, href }] };
}

function cardFlags({ feature, primary, secondary, warning, ...params }: Params): Params {
  const flags = { feature, primary, secondary, warning };
  const variant = Object.entries(flags).find(([, isOn]) => isOn)?.[0];
  return variant ? { ...params, variant } : params;
}

function tablePanel({ panel, panelClasses, heading, headingLevel, ...params }: Params): Params {
  const { card } = params;
  if (!panel && !card) return params;
  const given = isParams(card) ? card : {};
  const words = given["heading"] ?? heading;
  return {
    ...params,
    card: {
      ...given,
      heading: isParams(words) ? words : { text: words, level: headingLevel },
      classes: panelClasses ?? given["classes"],
      variant: given["variant"] ?? (panel ? "feature" : undefined),
    },
  };
}

const headingSpellings = { headingClasses: "classes", headingSize: "size", headingLevel: "level" };

const cardSpellings: readonly Translate[] = [
  cardFlags,
  renamed({ type: "variant" }),
  into("heading", {
    headingHtml: "html",
    headingId: "id",
    headingVisuallyHiddenText: "visuallyHiddenText",
    ...headingSpellings,
  }),
  into("image", { imgURL: "src", imgALT: "alt" }, "old"),
  into("description", { descriptionHtml: "html" }),
];

/**
 * The spellings that the design system keeps only for old templates. Our components know
 * the present ones; this shows that nothing the old ones say is lost.
 */
const oldSpellings: Readonly<Record<string, readonly Translate[]>> = {
  breadcrumb: [lastCrumb, renamed({ labelText: "ariaLabel" })],
  card: cardSpellings,
  checkboxes: [
    inside("items", ({ exclusive, ...item }) => (exclusive ? { ...item, behaviour: "exclusive" } : item)),
    inside("items", renamed({ exclusiveGroup: "behaviourGroup" })),
  ],
  "contents-list": [renamed({ landmarkLabel: "ariaLabel" })],
  details: [into("summary", { summaryText: "text", summaryHtml: "html" })],
  "do-dont-list": [
    renamed({ title: "heading", type: "icon" }),
    into("heading", { headingLevel: "level" }),
    inside("items", ({ item, ...rest }) => (item ? { text: item } : rest)),
  ],
  "error-summary": [
    into("heading", { titleText: "text", titleHtml: "html" }),
    into("description", { descriptionText: "text", descriptionHtml: "html" }),
  ],
  footer: [
    inside("navigation", renamed({ title: "heading" })),
    inside("meta", renamed({ visuallyHiddenTitle: "visuallyHiddenText" })),
  ],
  header: [
    inside(
      "search",
      into("input", { placeholder: "placeholder" }),
      into("label", { visuallyHiddenLabel: "visuallyHiddenText" }),
      into("button", { visuallyHiddenButton: "ariaLabel" }),
    ),
  ],
  hero: [onlyWith("heading", into("heading", headingSpellings)), into("image", { imageURL: "src" }, "old")],
  "notification-banner": [
    renamed({ type: "variant" }),
    into("title", { titleId: "id", titleText: "text", titleHtml: "html", titleHeadingLevel: "level" }),
    inside("title", renamed({ headingLevel: "level" })),
  ],
  pagination: [
    renamed({ landmarkLabel: "ariaLabel" }),
    into("previous", { previousUrl: "href", previousPage: "label" }, "old"),
    into("next", { nextUrl: "href", nextPage: "label" }, "old"),
    inside("previous", renamed({ labelText: "label" })),
    inside("next", renamed({ labelText: "label" })),
    inside("items", renamed({ visuallyHiddenText: "ariaLabel" })),
  ],
  panel: [
    into("heading", {
      titleText: "text",
      titleHtml: "html",
      titleSize: "size",
      titleClasses: "classes",
      headingLevel: "level",
    }),
  ],
  "password-input": [
    renamed({
      showPasswordAriaLabelText: "showPasswordAriaLabel",
      hidePasswordAriaLabelText: "hidePasswordAriaLabel",
    }),
  ],
  "summary-list": [inside("card", ...cardSpellings)],
  tables: [
    into("caption", { captionClasses: "classes", captionSize: "size" }),
    tablePanel,
    renamed({ tableClasses: "classes" }),
  ],
  tabs: [renamed({ title: "visuallyHiddenText" })],
  "task-list": [inside("items", renamed({ title: "heading" }))],
  "warning-callout": [into("heading", { headingLevel: "level", headingClasses: "classes" }, "both")],
};

function nodes(value: unknown, name: string): unknown {
  if (name === "html" && typeof value === "string") return value && html(value);
  if (name === "attributes") return value;
  if (Array.isArray(value)) return value.map((each) => nodes(each, ""));
  if (!isParams(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, nodes(each, key)]));
}

/** The props by which our component says what a macro's params say. */
export function asProps(macro: string, params: Params, callBlock?: string): Params {
  const today = inTurn(oldSpellings[macro] ?? [])(params);
  const props = nodes(today, "");
  if (!isParams(props)) throw new Error("Params become props");
  return callBlock === undefined ? props : { ...props, children: html(callBlock) };
}
