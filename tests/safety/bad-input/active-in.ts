/** Letters that a browser would take for more than letters. */
const marked = /<[a-z!/?]|["']\s*on[a-z]+\s*=/i;

/**
 * What of this text would come to life in this page: the text itself, unescaped, or an address that runs. Data
 * that a page carries for its script may hold quotation marks, and never the end of itself.
 */
export function activeIn(html: string, text: string): string | undefined {
  const page = html.replaceAll(
    /<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/g,
    (_, data: string) => (data.includes("<") ? data : ""),
  );
  const running =
    /\s(?:href|src|action|formaction|poster|data)="\s*(?:javascript|vbscript|data:text)[^"]*"/i.exec(page);
  if (running) return running[0];
  if (/<script[^>]*>[^<]*CANARY/.test(page) || /\son[a-z]+\s*=\s*["']?[^"'>]*CANARY/i.test(tagsOf(page)))
    return text;
  return marked.test(text) && page.includes(text.trim()) ? text : undefined;
}

/** The tags of a page without its words. */
function tagsOf(html: string): string {
  return (html.match(/<[^>]+>/g) ?? []).join("").replaceAll(/="[^"]*"/g, '=""');
}
