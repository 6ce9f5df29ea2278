import type { Request } from "./env.ts";

/** What was just done, said once: only words that the page knows. */
export function doneWord(c: Request, words: Record<string, string>): string | undefined {
  const done = c.req.query("done");
  return done !== undefined && Object.hasOwn(words, done) ? words[done] : undefined;
}
