/**
 * HTML as lines that are equal exactly when two pieces of markup are the same tree and read
 * the same: attributes sorted, classes in the order given, whitespace as a browser collapses
 * it. A space between two words or two inline elements counts; the line breaks between blocks
 * do not.
 */
export function normalisedHtml(html: string): string {
  const lines = new Lines();
  for (const token of tokens(html)) lines.add(token);
  return lines.finished();
}

type Token =
  | { readonly kind: "open"; readonly name: string; readonly attributes: string; readonly isVoid: boolean }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

/** Markup that a test passed through React; it stands for what is inside it. */
export const wrapperElement = "golden-html";

const inlineElements = new Set(
  "a abbr b bdi cite code del em i ins kbd mark q s small span strong sub sup time u var".split(" "),
);
const voidElements = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const verbatimElements = new Set(["pre", "textarea"]);

const namedEntities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
  copy: "\u00A9",
  ndash: "\u2013",
  mdash: "\u2014",
  hellip: "\u2026",
  ctdot: "\u22EF",
  times: "\u00D7",
  pound: "\u00A3",
  lsquo: "\u2018",
  rsquo: "\u2019",
};

function decoded(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    const character = namedEntities[name];
    if (!character) throw new Error(`Unknown entity ${whole}`);
    return character;
  });
}

function attributeValue(name: string, value: string): string {
  if (name === "class") return value.trim().replaceAll(/\s+/g, " ");
  if (name === "style") return value.replaceAll(/\s*([:;])\s*/g, "$1").replace(/;$/, "");
  return value;
}

function sortedAttributes(source: string): string {
  const found = new Map<string, string>();
  for (const [, rawName, double, single, bare] of source.matchAll(
    /([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    const name = String(rawName).toLowerCase();
    // A browser keeps the first of two attributes with one name.
    if (!found.has(name)) found.set(name, attributeValue(name, decoded(double ?? single ?? bare ?? "")));
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .join("");
}

const tokenPattern =
  /<!--[\s\S]*?-->|<\/([a-z][\w-]*)\s*>|<([a-z][\w-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>|([^<]+)/gi;

function* tokens(html: string): Generator<Token> {
  let end = 0;
  for (const match of html.matchAll(tokenPattern)) {
    if (match.index !== end) throw new Error(`Not HTML: ${html.slice(end, end + 40)}`);
    end = match.index + match[0].length;
    const [whole, closed, opened, attributes = "", text] = match;
    if (closed) yield { kind: "close", name: closed.toLowerCase() };
    if (text) yield { kind: "text", text: decoded(text) };
    if (opened) {
      const name = opened.toLowerCase();
      const isVoid = voidElements.has(name) || whole.endsWith("/>");
      yield { kind: "open", name, attributes: sortedAttributes(attributes), isVoid };
    }
  }
  if (end !== html.length) throw new Error(`Not HTML: ${html.slice(end, end + 40)}`);
}

class Lines {
  private readonly lines: { readonly depth: number; text: string; readonly isText: boolean }[] = [];
  private readonly stack: string[] = [];
  /** Nothing has been written in this block yet, so a space would not be seen. */
  private isAtStart = true;
  /** A space that will be seen if more text follows in this block. */
  private hasSpace = false;

  add(token: Token): void {
    if (token.kind === "text") return this.addText(token.text);
    if (token.name === wrapperElement) return;
    if (!inlineElements.has(token.name)) {
      this.isAtStart = true;
      this.hasSpace = false;
    }
    if (token.kind === "close") return this.close(token.name);
    this.write(`<${token.name}${token.attributes}>`, false);
    if (!token.isVoid) this.stack.push(token.name);
  }

  finished(): string {
    if (this.stack.length > 0) throw new Error(`Left open: ${this.stack.join(" ")}`);
    return this.lines.map(({ depth, text }) => "  ".repeat(depth) + text).join("\n");
  }

  private close(name: string): void {
    const open = this.stack.pop();
    if (open !== name) throw new Error(`</${name}> closes <${open}>`);
  }

  private addText(text: string): void {
    if (this.stack.some((name) => verbatimElements.has(name))) return this.write(JSON.stringify(text), true);
    // A no-break space is a character like any other.
    const words = text.replaceAll(/[ \t\r\n\f]+/g, " ");
    const word = words.replaceAll(/^ | $/g, "");
    if (words.startsWith(" ") && !this.isAtStart) this.hasSpace = true;
    if (!word) return;
    this.write((this.hasSpace ? " " : "") + word, true);
    this.isAtStart = false;
    this.hasSpace = words.endsWith(" ");
  }

  private write(text: string, isText: boolean): void {
    const last = this.lines.at(-1);
    const depth = this.stack.length;
    if (isText && last?.isText && last.depth === depth) last.text += text;
    else this.lines.push({ depth, text, isText });
  }
}
