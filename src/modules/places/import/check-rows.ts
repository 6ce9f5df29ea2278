import { isBodyCode } from "../body-code.ts";
import type { Tier } from "../body.ts";
import { mayStandBelow } from "../lineage.ts";
import type { ImportProblem, ImportRow } from "./import-row.ts";
import type { Known } from "./known-body.ts";

type Check = (
  row: ImportRow,
  file: ReadonlyMap<string, ImportRow>,
  known: Known,
) => string | false | undefined;

const postcode = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/;
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Everything that a line can get wrong, each in the words that the person who has to mend it will read. */
const checks: readonly Check[] = [
  ({ code }) =>
    !isBodyCode(code) &&
    `The code “${short(code)}” is not a code: capital letters, numerals and hyphens, at most 20`,
  (row, file) =>
    file.get(row.code) !== row &&
    `The code ${short(row.code)} was already used on line ${file.get(row.code)!.line}`,
  ({ name }) =>
    (name.length < 2 || name.length > 200) && `The name has ${name.length} letters; it needs 2 to 200`,
  ({ kind }, _, known) =>
    !comesByFile(known.kinds.get(kind)) && `“${short(kind)}” is not a kind of body that a file can bring`,
  ({ kind, topic = "" }) =>
    topic !== "" && kind !== "clinical-network" && "Only a clinical network has a field of care",
  ({ topic = "" }) => topic.length > 100 && "The field of care is longer than 100 letters",
  ({ address = "" }) => address.length > 500 && "The address is longer than 500 letters",
  ({ town = "" }) => town.length > 100 && "The town is longer than 100 letters",
  (row) =>
    Boolean(row.postcode) && !postcode.test(row.postcode!) && `“${short(row.postcode!)}” is not a postcode`,
  (row) =>
    Boolean(row.contactEmail) &&
    !email.test(row.contactEmail!) &&
    `“${short(row.contactEmail!)}” is not an email address`,
  ({ contactPhone = "" }) => contactPhone.length > 50 && "The phone number is longer than 50 letters",
  (row) =>
    Boolean(row.website) &&
    !isWebAddress(row.website!) &&
    `“${short(row.website!)}” is not the address of a website`,
  ({ openedOn, closedOn }) =>
    openedOn !== undefined && closedOn !== undefined && closedOn < openedOn && "It closed before it opened",
  checkReuse,
  checkParent,
  checkSuccessor,
  ({ areaCodes = [] }, file, known) => {
    const unknown = areaCodes.find((code) => tierOf(code, file, known) !== "area");
    return unknown !== undefined && `There is no area with the code ${short(unknown)}`;
  },
];

/** The nation is founded with its first administrator; wards and teams begin on the page of what they belong to. */
export const comesByFile = (tier: Tier | undefined): boolean =>
  tier !== undefined && tier !== "nation" && tier !== "team";

function tierOf(code: string, file: ReadonlyMap<string, ImportRow>, known: Known): Tier | undefined {
  const row = file.get(code);
  return known.bodies.get(code)?.tier ?? (row && known.kinds.get(row.kind));
}

export function checkRows(rows: readonly ImportRow[], known: Known): ImportProblem[] {
  const file = new Map<string, ImportRow>();
  for (const row of rows) if (!file.has(row.code)) file.set(row.code, row);
  return rows.flatMap((row) =>
    checks.flatMap((check) => {
      const message = check(row, file, known);
      return message ? [{ line: row.line, message }] : [];
    }),
  );
}

/** A code stays with its body for ever, also after that has closed. */
function checkReuse(
  row: ImportRow,
  _: ReadonlyMap<string, ImportRow>,
  known: Known,
): string | false | undefined {
  const { code } = row;
  const body = known.bodies.get(code);
  if (!body) return false;
  if (body.kind !== row.kind)
    return `The code ${code} belongs to ${body.name}, which is another kind of body`;
  if (body.closedOn !== null && row.closedOn === undefined) {
    return `The code ${code} belongs to ${body.name}, which closed: a code is never used again`;
  }
  const openedLater = row.openedOn !== undefined && body.openedOn !== null && row.openedOn > body.openedOn;
  return (
    openedLater &&
    !sameName(row.name, body.name) &&
    `The code ${code} belongs to ${body.name}, which is older: a code is never used again`
  );
}

export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function checkParent(
  row: ImportRow,
  file: ReadonlyMap<string, ImportRow>,
  known: Known,
): string | false | undefined {
  const { code, parentCode } = row;
  const own = known.kinds.get(row.kind) ?? "organisation";
  if (parentCode === "") return "It says no body that it stands below";
  if (parentCode === code) return "It cannot stand below itself";
  const above = file.get(parentCode) ?? known.bodies.get(parentCode);
  if (!above) return `There is no body with the code ${short(parentCode)} for it to stand below`;
  const tier = known.kinds.get(above.kind);
  if (tier && !mayStandBelow({ tier: own }, { tier })) return `It cannot stand below ${above.name}`;
  if (row.closedOn === undefined && (above.closedOn ?? undefined) !== undefined)
    return `${above.name}, which it stands below, is closed`;
  return (
    leadsRound(code, (one) => file.get(one)?.parentCode ?? known.bodies.get(one)?.parentCode) &&
    "It stands below itself, through others of this file"
  );
}

function checkSuccessor(
  row: ImportRow,
  file: ReadonlyMap<string, ImportRow>,
  known: Known,
): string | false | undefined {
  const { code, successorCode } = row;
  if (!successorCode) return false;
  if (successorCode === code) return "It cannot become itself";
  if (row.closedOn === undefined) return "It has a successor, and no date of closing";
  if (!file.has(successorCode) && !known.bodies.has(successorCode))
    return `There is no body with the code ${short(successorCode)} for it to become`;
  return (
    leadsRound(code, (one) => file.get(one)?.successorCode ?? known.bodies.get(one)?.successorCode) &&
    "It becomes itself again, through others of this file"
  );
}

function leadsRound(code: string, next: (code: string) => string | null | undefined): boolean {
  const seen = new Set<string>();
  for (let one = next(code); one && !seen.has(one); one = next(one)) {
    if (one === code) return true;
    seen.add(one);
  }
  return false;
}

function isWebAddress(text: string): boolean {
  return text.length <= 300 && /^https?:$/.test(URL.parse(text)?.protocol ?? "");
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
