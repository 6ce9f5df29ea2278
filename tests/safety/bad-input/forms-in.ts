/** A form as a page draws it. */
export type FoundForm = { method: "GET" | "POST"; action: string; fields: Record<string, string> };

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decoded(found);
};

/** Every form of a page, with what it holds before anybody types. Our pages write their attributes in one way. */
export function formsIn(html: string, at: string): FoundForm[] {
  return [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([text]) => {
    const head = /^<form\b[^>]*>/.exec(text)![0];
    const fields: Record<string, string> = {};
    for (const [tag] of text.matchAll(/<(input|button|select)\b[^>]*>/g)) {
      const name = attribute(tag, "name");
      const type = attribute(tag, "type");
      if (name === undefined || type === "file" || type === "submit") continue;
      const isUnchosen = (type === "radio" || type === "checkbox") && !/\schecked/.test(tag);
      if (isUnchosen) fields[name] ??= "";
      else fields[name] = attribute(tag, "value") ?? "";
    }
    for (const [, head, value] of text.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
      const name = attribute(` ${head}`, "name");
      if (name !== undefined) fields[name] = decoded(value!);
    }
    const method = attribute(head, "method")?.toLowerCase() === "post" ? "POST" : "GET";
    return { method, action: attribute(head, "action") ?? at, fields };
  });
}

export function linksIn(html: string): string[] {
  return [...html.matchAll(/\shref="([^"]*)"/g)].map(([, href]) => decoded(href!));
}

function decoded(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
}
