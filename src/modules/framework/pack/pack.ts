import { z } from "zod";

/** What a framework pack is made of: a file for each kind, and in each file what stands here. */
const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.() -]{0,80}$/, "An id holds small letters, numerals, dots and dashes");
const words = z.string().trim().min(1, "This text is empty").max(4000);
const title = z.string().trim().min(1, "This title is empty").max(300);
const day = z.iso.date("A date is written like 2017-04-30");
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "A month is written like 2016-12");
const source = z.strictObject({ document: id.or(words).optional(), section: words, table: words.optional() });
const sourced = { source, note: words.optional() };
const responsible = z
  .array(
    z.strictObject({ body: id, role: z.enum(["lead", "partner"]).default("lead"), through: id.optional() }),
  )
  .default([]);
const ids = z.array(id).default([]);

export const frameworkFile = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/),
  /** Counted up whenever the pack's files say something new. */
  edition: z.int().min(1),
  title,
  subtitle: title.optional(),
  country: title,
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).min(1, "Name at least one language"),
  published: month,
  /** The day from which the horizons count. */
  starts: day,
  /** The body whose officers answer proposals and keep the framework. */
  keeper: id,
  publisher: title,
  aim: words,
  about: words,
  outcomes: z.array(z.strictObject({ id, title })),
  ownWords: words,
  notes: z.array(z.strictObject({ about: id, text: words })).default([]),
  /** What the strategy of an organisation or place consists of. */
  strategyTemplates: z
    .array(
      z.strictObject({
        id,
        title,
        /** The levels at which it is used; without them, wherever no other is meant. */
        for: z.array(z.string()).optional(),
        sections: z.array(z.strictObject({ id, title, hint: words })).min(1),
      }),
    )
    .default([]),
  ...sourced,
});

const stage = z.strictObject({
  id,
  name: title,
  /** Nothing is due any more once this stage is reached. */
  ends: z.boolean().default(false),
  needsEvidence: z.boolean().default(false),
});

const milestone = z.strictObject({ text: words, due: day });

const detail = z.strictObject({
  id,
  title,
  text: words,
  horizon: id,
  /** A date that the framework itself names, where it is not the horizon's end. */
  due: day.optional(),
  milestones: z.array(milestone).default([]),
  responsible: responsible.refine((list) => list.length > 0, "An action needs at least one responsible body"),
  team: words.optional(),
  outcomes: ids,
  ...sourced,
});

const measured = { title, unit: title, better: z.enum(["up", "down"]) };

export const files = {
  framework: frameworkFile,
  sources: z.array(z.strictObject({ id: z.string().min(1).max(40), title, date: month, by: title })),
  horizons: z.array(
    z.strictObject({
      id,
      names: z.record(z.string(), title),
      months: z.int().min(1).max(600),
      note: words.optional(),
    }),
  ),
  bodies: z.array(
    z.strictObject({
      id,
      name: title,
      short: title,
      /** The code of the body on this platform, where it has a page of its own. */
      code: z
        .string()
        .regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/)
        .optional(),
      members: z.array(id).optional(),
      note: words.optional(),
    }),
  ),
  tracks: z.array(
    z.strictObject({ id, tracks: z.enum(["details", "recommendations"]), stages: z.array(stage).min(2) }),
  ),
  conditions: z.array(z.strictObject({ id, title, short: title, text: words, evidence: ids, ...sourced })),
  drivers: z.array(
    z.strictObject({
      id,
      condition: id,
      title,
      text: words,
      /** A label that is not in the source, but was made from its prose. */
      reconstructed: z.boolean().default(false),
      /** A driver of a driver, where a framework has more than two levels. */
      under: id.optional(),
      ...sourced,
    }),
  ),
  actions: z.array(
    z.strictObject({
      id,
      condition: id,
      title,
      text: words,
      drivers: ids,
      evidence: ids,
      details: z.array(detail).min(1, "A proposed action needs at least one detailed action"),
      ...sourced,
    }),
  ),
  outcomes: z.array(z.strictObject({ id, action: id, horizon: id, text: words, series: ids, ...sourced })),
  series: z.array(
    z.strictObject({
      id,
      title,
      publisher: title,
      existing: words,
      purpose: title,
      /** What the measures are called, where they are published here. */
      measures: z.array(title).optional(),
      ...sourced,
    }),
  ),
  pledges: z.array(
    z.strictObject({
      id,
      title,
      text: words,
      bodies: responsible,
      behaviours: z.array(words).min(1, "A pledge needs at least one behaviour"),
      measures: z
        .array(z.strictObject({ id, of: words, ...measured }))
        .min(1, "A pledge needs at least one measure"),
      ...sourced,
    }),
  ),
  targets: z.array(
    z.strictObject({
      id,
      action: id,
      measure: words,
      denominator: words,
      baseline: z.strictObject({ value: z.number(), on: day }).optional(),
      goals: z.array(z.strictObject({ value: z.number(), by: day })),
      text: words,
      ...measured,
      ...sourced,
    }),
  ),
  gaps: z.array(z.strictObject({ id, title, text: words, ...sourced })),
  glossary: z.array(
    z.strictObject({
      id,
      title,
      text: words,
      synonyms: z.array(title).default([]),
      after: words.optional(),
      ...sourced,
    }),
  ),
  bibliography: z.strictObject({
    themes: z.array(z.strictObject({ id, title })),
    references: z.array(
      z.strictObject({
        id,
        theme: id,
        reference: words,
        year: z.int().min(1000).max(3000).optional(),
        link: z.url().optional(),
        ...sourced,
      }),
    ),
  }),
  recommendations: z.array(
    z.strictObject({
      id,
      title,
      text: words,
      parts: z.array(z.strictObject({ id, text: words })).default([]),
      responsible,
      milestone: words.optional(),
      saving: words.optional(),
      risk: z.strictObject({ letter: id, text: words }).optional(),
      became: ids,
      outcome: words.optional(),
      ...sourced,
    }),
  ),
} as const;

export type FileName = keyof typeof files;
export type Pack = { [Name in FileName]: z.output<(typeof files)[Name]> };

export const fileNames = Object.keys(files) as FileName[];

/** A pack needs not have these: a smaller framework has no pledges, and no review behind it. */
export const optionalFiles: ReadonlySet<FileName> = new Set([
  "outcomes",
  "series",
  "pledges",
  "targets",
  "gaps",
  "glossary",
  "bibliography",
  "recommendations",
]);

export const emptyFiles: Partial<Record<FileName, unknown>> = {
  bibliography: { themes: [], references: [] },
};
