/** What the form holds: words as they were typed, so that nothing is lost and a link can carry them. */
export const emptyForm = {
  data: "",
  title: "",
  unit: "",
  source: "",
  shape: "auto",
  chart: "auto",
  rules: "making-data-count",
  improvement: "neutral",
  target: "",
  phases: "",
  baseline: "",
  exclusions: "",
  notes: "",
  multiplier: "auto",
  zero: "",
  from: "",
  to: "",
  screen: "on",
  gaps: "on",
  histogram: "",
  ranges: "",
};

export type StudyForm = Readonly<Record<keyof typeof emptyForm, string>>;
export type StudyField = keyof StudyForm;

const fields = Object.keys(emptyForm) as StudyField[];
/** A box that is not ticked sends nothing: told apart from a form that never had it by the data beside it. */
const boxes: ReadonlySet<StudyField> = new Set(["zero", "screen", "gaps", "histogram", "ranges"]);

interface Sent {
  get(name: string): unknown;
}

export function readForm(sent: Sent | undefined): StudyForm {
  if (sent === undefined) return emptyForm;
  const form: Record<StudyField, string> = { ...emptyForm };
  for (const field of fields) {
    const value = sent.get(field);
    form[field] = typeof value === "string" ? value : boxes.has(field) ? "" : emptyForm[field];
  }
  return form;
}

/** Only what differs from an empty form, so that links are short. */
export function formToWords(form: StudyForm): string {
  const words = new URLSearchParams();
  for (const field of fields) if (form[field] !== emptyForm[field]) words.set(field, form[field]);
  return words.toString();
}

export function formFromWords(words: string): StudyForm {
  const given = new URLSearchParams(words);
  const form: Record<StudyField, string> = { ...emptyForm };
  for (const field of fields) form[field] = given.get(field) ?? emptyForm[field];
  return form;
}
