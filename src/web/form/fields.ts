import type { z } from "zod";

type Common<Kind extends string, Schema extends z.ZodType> = {
  kind: Kind;
  label: string;
  hint?: string;
  schema: Schema;
};

export type Option = { value: string; label: string; hint?: string };

/** What a form can ask. Each field arrives as the text the person gave; its schema says what that must be. */
export type Field<Schema extends z.ZodType = z.ZodType> =
  | (Common<"text" | "email" | "tel" | "url" | "search" | "number", Schema> & {
      autocomplete?: string;
      width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
      spellcheck?: boolean;
    })
  | (Common<"password", Schema> & { autocomplete: "current-password" | "new-password" })
  | (Common<"code", Schema> & { autocomplete?: "one-time-code"; length?: number })
  | (Common<"long-text", Schema> & { rows?: number; most?: number; autosave?: boolean })
  | (Common<"choice" | "select", Schema> & { options: readonly Option[]; inline?: boolean })
  | (Common<"choices", Schema> & { options: readonly Option[] })
  | Common<"date", Schema>
  | (Common<"body", Schema> & { source: string })
  | (Common<"file", Schema> & { accept: string })
  | Common<"hidden", Schema>;

export type Fields = Record<string, Field>;

export type Values<F extends Fields> = { [Name in keyof F]: z.output<F[Name]["schema"]> };

/** What the person typed, kept word for word, so that a page drawn again loses nothing. */
export type Typed = Record<string, string | string[]>;
