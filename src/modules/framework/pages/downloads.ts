import { contextOf, type Request } from "#web/env.ts";
import { frameworkOutline } from "../outline.ts";
import { frameworkInForce } from "../queries/framework-in-force.ts";

export async function outlineFile(c: Request): Promise<Response> {
  const { content, key } = await frameworkInForce(contextOf(c), c.req.param("framework")!);
  return file(frameworkOutline(content.pack), "text/plain; charset=utf-8", `${key}-outline.txt`);
}

export async function packFile(c: Request): Promise<Response> {
  const { content, key, number } = await frameworkInForce(contextOf(c), c.req.param("framework")!);
  const words = JSON.stringify({ version: number, ...content.pack }, null, 2);
  return file(words, "application/json; charset=utf-8", `${key}-version-${number}.json`);
}

function file(body: string, type: string, name: string): Response {
  return new Response(body, {
    headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"` },
  });
}
