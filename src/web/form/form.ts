import type { FieldProblem } from "#platform/problem.ts";
import { findPatientData } from "#ui/patient-data.ts";
import type { Field, Fields, Typed, Values } from "./fields.ts";

export type Read<F extends Fields> =
  | { ok: true; values: Values<F>; typed: Typed; version: number }
  | { ok: false; problems: FieldProblem[]; typed: Typed; version: number; patientData: boolean };

export type Form<F extends Fields = Fields> = {
  fields: F;
  read(sent: FormData | undefined): Read<F>;
};

/** The box that says "this is no patient's": ticked, a text that looks like an NHS number goes through. */
export const notPatientData = "_not-patient-data";

/**
 * What no field can say alone. It is given the values of those fields that are right by themselves, so that whoever
 * filled the form in is told of everything at once; of a field that is wrong already it is not heard.
 */
type Together<F extends Fields> = (values: Partial<Values<F>>) => readonly FieldProblem[];

export function defineForm<const F extends Fields>(fields: F, together: Together<F> = () => []): Form<F> {
  return {
    fields,
    read(sent = new FormData()) {
      const typed = typedIn(fields, sent);
      const version = versionIn(sent);
      const { values, problems } = judge({ fields, together }, typed, sent);
      const patientData = sent.get(notPatientData) === null ? patientDataProblems(fields, typed) : [];
      if (problems.length === 0 && patientData.length === 0) return { ok: true, values, typed, version };
      return {
        ok: false,
        problems: [...problems, ...patientData],
        typed,
        version,
        patientData: patientData.length > 0,
      };
    },
  };
}

/** What is no version is none, and so the newest for nobody. */
function versionIn(sent: FormData): number {
  const said = sent.get("_version");
  return typeof said === "string" && /^\d{1,9}$/.test(said) ? Number(said) : 0;
}

/** Where a problem with a field leads: the first control of it. */
export function controlId(name: string, field: Field | undefined): string {
  return field?.kind === "date" ? `${name}-day` : name;
}

function typedIn(fields: Fields, sent: FormData): Typed {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, typedFor(name, field, sent)]),
  );
}

function typedFor(name: string, field: Field, sent: FormData): string | string[] {
  if (field.kind === "choices") return sent.getAll(name).map(String);
  if (field.kind === "date") return ["day", "month", "year"].map((part) => text(sent.get(`${name}-${part}`)));
  if (field.kind === "file") return "";
  return text(sent.get(name));
}

function text(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : "";
}

type Rules<F extends Fields> = { fields: F; together: Together<F> };

function judge<F extends Fields>({ fields, together }: Rules<F>, typed: Typed, sent: FormData) {
  const alone: FieldProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const parsed = field.schema.safeParse(
      field.kind === "file" ? fileIn(sent, name) : shaped(field, typed[name]!),
    );
    if (parsed.success) values[name] = parsed.data;
    else alone.push({ field: name, message: parsed.error.issues[0]!.message });
  }
  const wrong = new Set(alone.map(({ field }) => field));
  const others = together(values as Partial<Values<F>>).filter(({ field }) => !wrong.has(field));
  const order = Object.keys(fields);
  const problems = [...alone, ...others].toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  return { values: values as Values<F>, problems };
}

function fileIn(sent: FormData, name: string): File | undefined {
  const file = sent.get(name);
  return file instanceof File && (file.size > 0 || file.name !== "") ? file : undefined;
}

function shaped(field: Field, typed: string | string[]): string | string[] {
  if (field.kind === "date") return isoDate(typed as string[]);
  if (field.kind === "choices" || field.kind === "password") return typed;
  return (typed as string).trim();
}

/** "2026-04-01" from three boxes; empty from three empty ones; and "?" for what is no day of the calendar. */
export function isoDate([day = "", month = "", year = ""]: string[]): string {
  const parts = [day.trim(), month.trim(), year.trim()];
  if (parts.every((part) => part === "")) return "";
  if (!/^\d{1,2}$/.test(parts[0]!) || !/^\d{1,2}$/.test(parts[1]!) || !/^\d{4}$/.test(parts[2]!)) return "?";
  const iso = `${parts[2]}-${parts[1]!.padStart(2, "0")}-${parts[0]!.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : "?";
}

const written: ReadonlySet<Field["kind"]> = new Set(["text", "long-text"]);

function patientDataProblems(fields: Fields, typed: Typed): FieldProblem[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (!written.has(field.kind)) return [];
    const found = findPatientData(String(typed[name] ?? ""));
    return found
      ? [
          {
            field: name,
            message: `${field.label} holds what looks like ${found}. Take it out, or tick the box to say that it is not about a patient`,
          },
        ]
      : [];
  });
}
