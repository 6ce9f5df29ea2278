/** Patients' data has no place here. What is typed is read for the three things that name a patient most often. */
export type PatientData = "an NHS number" | "a date of birth" | "initials and a ward or bed";

export function findPatientData(text: string): PatientData | undefined {
  if (holdsNhsNumber(text)) return "an NHS number";
  if (holdsDateOfBirth(text)) return "a date of birth";
  return holdsInitials(text) ? "initials and a ward or bed" : undefined;
}

/**
 * Ten digits of which the last is a check by modulus 11 (NHS Data Dictionary, NHS NUMBER).
 * Ten equal digits pass the sum, but were never issued.
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < 9; place++) sum += Number(digits[place]) * (10 - place);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

const gap = String.raw`[\s\-\u2010-\u2015\u2212]{1,3}`;
/** Digits in groups, and not part of a word, a sum of money, a decimal or a telephone number such as +44 (0)1632 960123. */
const groupedDigits = new RegExp(
  String.raw`(?<![A-Za-z\u00a3$\u20ac.,\d]|\d[.,]|\(0\)\s?)\d+(?:${gap}\d+)*(?![A-Za-z%\d]|[.,]\d)`,
  "g",
);
/** Written against the words that announce it, or with dots. */
const announced = /(?:nhs|no|num|number)\.?:?(\d{3}[\s.-]?\d{3}[\s.-]?\d{4})(?!\d)/gi;
const dotted = /(?<![\d.])(\d{3}\.\d{3}\.\d{4})(?![\d.]*\d)/g;

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, "");
}

/** Nobody writes an NHS number in more pieces than four, or digit by digit. */
function isWrittenAsOne(groups: readonly string[]): boolean {
  return groups.length <= 4 && groups.every((group) => group.length >= 2);
}

function looksLikeNhsNumber(groups: readonly string[]): boolean {
  const digits = groups.join("");
  return digits.length === 10 && isWrittenAsOne(groups) && isNhsNumber(digits);
}

const usualPieces = new Set(["10", "3-3-4", "3-7", "6-4", "5-5"]);

/** Another number may stand right before or after, as in "bed 4 943 476 5919". */
function holdsUsualPieces(groups: readonly string[]): boolean {
  return groups.some((_, first) =>
    [1, 2, 3].some((count) => {
      const pieces = groups.slice(first, first + count);
      return usualPieces.has(pieces.map(({ length }) => length).join("-")) && isNhsNumber(pieces.join(""));
    }),
  );
}

function holdsNhsNumber(text: string): boolean {
  for (const [run] of text.matchAll(groupedDigits)) {
    const groups = run.match(/\d+/g) ?? [];
    if (looksLikeNhsNumber(groups) || holdsUsualPieces(groups)) return true;
  }
  return [...text.matchAll(announced), ...text.matchAll(dotted)].some(([, number]) =>
    isNhsNumber(digitsOf(number ?? "")),
  );
}

const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const day = "(?:0?[1-9]|[12]\\d|3[01])";
const monthNumber = "(?:0?[1-9]|1[0-2])";
const writtenDate = (year: string) =>
  [
    `${day}[/.\\-\\s]${monthNumber}[/.\\-\\s]${year}`,
    `${year}-${monthNumber}-${day}`,
    `${day}(?:st|nd|rd|th)?[\\s\\-]+(?:of\\s+)?${month},?[\\s\\-]+${year}`,
    `${month}\\s+${day}(?:st|nd|rd|th)?,?\\s+${year}`,
  ].join("|");

const announcedBirth = new RegExp(
  String.raw`\b(?:d\.?\s?o\.?\s?b\b|date of birth|born|birth\s?date)[^\d\n]{0,20}?(?:${writtenDate(String.raw`(?:(?:19|20)\d\d|\d\d)`)})(?!\d)`,
  "i",
);

/** A whole date from before plans of improvement were written down here is most likely somebody's birthday. */
const oldDate = new RegExp(String.raw`(?<![\d/.-])(?:${writtenDate("(?:19\\d\\d|200\\d)")})(?![\d/-])`, "i");

function holdsDateOfBirth(text: string): boolean {
  return announcedBirth.test(text) || oldDate.test(text);
}

const letters = String.raw`(?<![\w.&’'])([A-Z](?:\.\s?|\s)?[A-Z](?:\.?\s?[A-Z])?)\.?(?![\w&])`;
const where = String.raw`(?:[Ww]ard|[Bb]ed|[Bb]ay|[Rr]oom|[Cc]ubicle)\s?\d{1,3}[A-Za-z]?\b`;
/** "JS on Ward 7", "A.B., bed 12", "Ward 7: JS", "bed 12 (AB)". */
const beside = new RegExp(
  String.raw`${letters}\s*[,:(–-]?\s*(?:(?:is|was)\s+)?(?:(?:on|in|at|from|of)\s+)?(?:the\s+)?${where}` +
    String.raw`|${where}\s*[,:(–-]\s*${letters}`,
  "g",
);

/** Capitals that say what somebody does, what is done, or where, and not who somebody is; and words that are shouted. */
const notInitials = new Set(
  (
    "AE AM AMU BP CCU CD CDU CE CT CQC DNA DVT EAU ECG ED EEG EHR ENT EPR FFT FY GP HCA HDU HR ICU ID IPC IT ITU IV KPI " +
    "MAU MDT MI MRI NA NG NHS NICU OK OT PALS PC PDSA PICU PM PT QI QR RAG RCN RCP RN SALT SAU SBAR SHO SPC TB TTO TV UK " +
    "US UTI VTE WHO ALL AND AS AT BUT BY DO FOR IF IN IS NO NOT OF ON OR OUT SO THE TO UP WE"
  ).split(" "),
);

function holdsInitials(text: string): boolean {
  return [...text.matchAll(beside)].some(
    ([, before, after]) => !notInitials.has((before ?? after ?? "").replaceAll(/[^A-Z]/g, "")),
  );
}
