import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Finding = { id: string; nodes: { html: string; target: string[] }[] };

/** WCAG 2.2 A and AA, and what is good besides. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What looks beyond one part of a page: at its words, or at all the others. */
const ofWholePage = [
  "accesskeys",
  "bypass",
  "duplicate-id-aria",
  "form-field-multiple-labels",
  "frame-title-unique",
  "heading-order",
  "image-redundant-alt",
  "label-content-name-mismatch",
  "landmark-banner-is-top-level",
  "landmark-complementary-is-top-level",
  "landmark-contentinfo-is-top-level",
  "landmark-main-is-top-level",
  "landmark-no-duplicate-banner",
  "landmark-no-duplicate-contentinfo",
  "landmark-no-duplicate-main",
  "landmark-one-main",
  "landmark-unique",
  "page-has-heading-one",
  "region",
  "scrollable-region-focusable",
  "skip-link",
  "table-duplicate-name",
];

/** What looks at what stands beside it: on a phone, where all stands closest, it looks at the whole page. */
const ofNeighbours = "target-size";
const phone = 480;

/** Parts of pages in which nothing was found, by what they look like there: the hundredth table row says nothing new. */
const judged = new Set<string>();

/** Has axe-core there as soon as a page is: sent once, where each page would be sent half a megabyte. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript({ content: axeSource });
}

/**
 * What axe-core finds wrong, as short lines. A part of the page that looks in every way like one in which nothing was
 * found is not judged again by the rules that look at it alone; all others look at the whole page each time.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  // Evaluated by the debugger, not by the page, so that the content security policy can stay as it is.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const isPhone = (page.viewportSize()?.width ?? 0) <= phone;
  const looks = (await page.evaluate(looksOfParts)).map((look) => `${isPhone ? "phone" : "desk"} ${look}`);
  const known: number[] = [];
  const onPage = new Set<string>();
  for (const [index, look] of looks.entries()) {
    if (judged.has(look) || onPage.has(look)) known.push(index);
    onPage.add(look);
  }
  const whole = isPhone ? [...ofWholePage, ofNeighbours] : ofWholePage;
  const found = await page.evaluate(judge, { known, tags, whole });
  if (found.length === 0) for (const look of onPage) judged.add(look);
  return found;
}

/**
 * Of every element in the order of the page what it and all within it look like, and what it stands in: names,
 * attributes, styles, whether there are words; not which words, and not where a link leads.
 */
function looksOfParts(): string[] {
  /** Of these only whether they say something, or whether what they name is there. */
  const saying =
    /^(id|href|src|srcset|name|value|action|alt|title|content|datetime|placeholder|download|data-.*|aria-(label|valuenow|valuetext|valuemin|valuemax)|d|points|transform|viewBox|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|dx|dy|width|height)$/;
  const naming =
    /^(for|form|list|headers|aria-(labelledby|describedby|controls|owns|details|errormessage|activedescendant|flowto))$/;
  const styles = [
    "color",
    "backgroundColor",
    "backgroundImage",
    "fontSize",
    "fontWeight",
    "opacity",
    "textShadow",
    "textDecorationLine",
    "borderBottomStyle",
    "display",
    "visibility",
    "position",
    "overflowX",
    "overflowY",
  ] as const;
  const hashed = (text: string): string => {
    let one = 0xdeadbeef;
    let other = 0x41c6ce57;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      one = Math.imul(one ^ code, 2654435761);
      other = Math.imul(other ^ code, 1597334677);
    }
    return (one >>> 0).toString(36) + (other >>> 0).toString(36);
  };
  const attribute = ({ name, value }: Attr): string => {
    if (naming.test(name))
      return `${name}:${value.split(/\s+/).every((id) => document.getElementById(id) !== null)}`;
    return saying.test(name) ? `${name}:${value.trim() !== ""}` : `${name}=${value}`;
  };
  const ownLook = (element: Element): string => {
    const style = getComputedStyle(element);
    const hasWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
    // What is inside these cannot be seen from here, so that none is like another.
    const closed = element.shadowRoot || element.tagName === "IFRAME" ? Math.random() : "";
    return [
      element.tagName,
      ...[...element.attributes].map(attribute).sort(),
      ...styles.map((name) => style[name]),
      element.getClientRects().length > 0,
      hasWords,
      closed,
    ].join("|");
  };
  const elements = [...document.querySelectorAll("*")];
  const within = new Map<Element, string>();
  const around = new Map<Element | null, string>([[null, ""]]);
  const own = new Map<Element, string>();
  for (const element of elements) {
    own.set(element, hashed(ownLook(element)));
    around.set(element, hashed(`${around.get(element.parentElement)} ${own.get(element)}`));
  }
  for (const element of elements.toReversed())
    within.set(
      element,
      hashed([own.get(element), ...[...element.children].map((one) => within.get(one))].join()),
    );
  return elements.map((element) => `${around.get(element.parentElement)} ${within.get(element)}`);
}

type Asked = { known: number[]; tags: string[]; whole: string[] };

async function judge({ known, tags, whole }: Asked): Promise<string[]> {
  type Axe = { run(root: unknown, options: object): Promise<{ violations: Finding[] }> };
  const { axe } = window as unknown as { axe: Axe };
  const run = async (root: unknown, options: object): Promise<Finding[]> =>
    (await axe.run(root, { resultTypes: ["violations"], ...options })).violations;
  const elements = [...document.querySelectorAll("*")];
  const isKnown = new Set(known.map((index) => elements[index]!));
  const exclude = [...isKnown].filter((one) => !isKnown.has(one.parentElement!));
  const rules = {
    "target-size": { enabled: true },
    ...Object.fromEntries(whole.map((rule) => [rule, { enabled: false }])),
  };
  const violations = await run(document, { runOnly: whole });
  if (!isKnown.has(document.documentElement))
    violations.push(...(await run({ exclude }, { runOnly: tags, rules })));
  const isExcused = (id: string, target: string): boolean => {
    const element = document.querySelector(target);
    if (!element) return false;
    // The design system puts the way back before main, so that the skip link passes it.
    if (id === "region") return element.matches(".nhsuk-back-link");
    // Its name has a comma for the ear that the eye does not need; 2.5.3 leaves punctuation out of account.
    if (id === "label-content-name-mismatch") return element.matches(".nhsuk-file-upload__drop-button");
    // A header shown as a specimen makes a second one of the page's own.
    return id.startsWith("landmark-") && document.querySelector("[data-landmark]") !== null;
  };
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter((node) => !isExcused(id, node.target[0] ?? ""))
      .slice(0, 3)
      .map((node) => `${id}: ${node.html.slice(0, 160)}`),
  );
}
