import { z } from "zod";
import content from "../../../content/topics/topics.json" with { type: "json" };
import { said, templateNode } from "./method.ts";

const topic = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
  name: z.string().min(3).max(60),
  inShort: said,
  nodes: z.array(templateNode).min(2),
});

/** Something that many work on, with drivers and ideas to begin from. */
export type Topic = z.infer<typeof topic>;

export const topics: readonly Topic[] = z.array(topic).parse(content);

export function topicOf(key: string): Topic | undefined {
  return topics.find((one) => one.key === key);
}
