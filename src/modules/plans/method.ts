import { z } from "zod";

type TemplateNode = {
  kind: "primary" | "secondary" | "idea";
  text: string;
  children?: TemplateNode[] | undefined;
};

export const said = z.string().min(3).max(400);

export const templateNode: z.ZodType<TemplateNode> = z.strictObject({
  kind: z.enum(["primary", "secondary", "idea"]),
  text: said,
  get children() {
    return z.array(templateNode).optional();
  },
});

/** A way to improve, as it stands in content/methods: when to use it, its steps, and what a project begins with. */
const method = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
  name: z.string().min(3).max(60),
  inShort: said,
  useWhen: z.array(said).min(2),
  notWhen: z.array(said).min(1),
  takes: said,
  steps: z.array(z.strictObject({ name: z.string().min(2).max(60), what: said, ask: said })).min(3),
  nodes: z.array(templateNode).min(1),
  prompts: z.strictObject({ aim: said, idea: said, test: said }),
});

export type Method = z.infer<typeof method>;

/** The method that a file holds, or an error that says where it is wrong. */
export function readMethod(name: string, content: unknown): Method {
  const read = method.safeParse(content);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`content/methods/${name}.json: ${issue?.path.join(".")}: ${issue?.message}`);
  }
  if (read.data.key !== name) throw new Error(`content/methods/${name}.json: its key must be ${name}`);
  return read.data;
}
