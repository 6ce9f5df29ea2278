/** A value read from JSON, with the line that each part of it begins on. */
export type Located = { value: unknown; lineOf(path: readonly PropertyKey[]): number };

export class NotJson extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** JSON that remembers where everything stands, so that a fault can be named by its line. */
export function locatedJson(text: string): Located {
  const lines = new Map<string, number>();
  const reader = new Reader(text, lines);
  const value = reader.whole();
  return { value, lineOf: (path) => nearest(lines, path) };
}

/** The line of the part itself, or of the nearest part around it that is there. */
function nearest(lines: ReadonlyMap<string, number>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const line = lines.get(keyOf(path.slice(0, length)));
    if (line !== undefined) return line;
  }
  return 1;
}

function keyOf(path: readonly PropertyKey[]): string {
  return path.map(String).join("\u0000");
}

const tokens = /\s*([{}[\],:]|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|$)/y;

class Reader {
  readonly #text: string;
  readonly #lines: Map<string, number>;
  #at = 0;
  #line = 1;

  constructor(text: string, lines: Map<string, number>) {
    this.#text = text;
    this.#lines = lines;
  }

  whole(): unknown {
    const value = this.#value(this.#next(), []);
    if (this.#next() !== "") throw this.#wrong("Something stands after the end");
    return value;
  }

  #next(): string {
    tokens.lastIndex = this.#at;
    const found = tokens.exec(this.#text);
    if (!found) throw this.#wrong("This is not JSON");
    this.#line += found[0].split("\n").length - 1;
    this.#at = tokens.lastIndex;
    return found[1]!;
  }

  #value(token: string, path: readonly PropertyKey[]): unknown {
    this.#lines.set(keyOf(path), this.#line);
    if (token === "{") return this.#object(path);
    if (token === "[") return this.#list(path);
    if (token === "" || "}],:".includes(token)) throw this.#wrong("A value is missing");
    try {
      return JSON.parse(token);
    } catch {
      throw this.#wrong("This text is not closed or not escaped");
    }
  }

  #object(path: readonly PropertyKey[]): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    for (let token = this.#next(); token !== "}"; token = this.#after("}")) {
      if (!token.startsWith('"')) throw this.#wrong("A name in quotation marks is missing");
      const name = JSON.parse(token) as string;
      if (Object.hasOwn(object, name)) throw this.#wrong(`“${name}” is given twice`);
      if (this.#next() !== ":") throw this.#wrong("A colon is missing");
      object[name] = this.#value(this.#next(), [...path, name]);
    }
    return object;
  }

  #list(path: readonly PropertyKey[]): unknown[] {
    const list: unknown[] = [];
    for (let token = this.#next(); token !== "]"; token = this.#after("]"))
      list.push(this.#value(token, [...path, list.length]));
    return list;
  }

  /** What comes after one part: the end, or a comma and the next. */
  #after(end: string): string {
    const token = this.#next();
    if (token === end) return end;
    if (token !== ",") throw this.#wrong("A comma is missing");
    const next = this.#next();
    if (next === end) throw this.#wrong("A comma stands before the end");
    return next;
  }

  #wrong(message: string): NotJson {
    return new NotJson(message, this.#line);
  }
}
