import { Forbidden } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import { typedBodyCode, isBodyCode } from "../body-code.ts";
import { isArea, type BodyKind, type BodyRow, type BodySummary, type NamedBody } from "../body.ts";
import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import { mayImport, maySeeBodies } from "../policy.ts";
import { searchWords } from "../search-words.ts";
import { readKinds, readPlaces, readSummary } from "../store/bodies.ts";
import { countBodies, listAlike, listBodies, type Sought } from "../store/find-bodies.ts";

/** As it stands in the address of the page: everything typed, nothing trusted. */
export type Asked = { q: string; kind: string; place: string; area: string; page: AskedPage };

export type FoundBodies = {
  rows: BodyRow[];
  paging: Paging;
  /** Nothing holds the words that were typed; these are the nearest to them. */
  alike: boolean;
  narrowed: { kind?: BodyKind | undefined; place?: NamedBody | undefined; area?: NamedBody | undefined };
  kinds: BodyKind[];
  places: (NamedBody & Pick<BodyKind, "kind" | "tier">)[];
  can: { import: boolean };
};

const rowsOnPage = 25;
const mostAlike = 25;

export async function findBodies(context: Context, asked: Asked): Promise<FoundBodies> {
  if (!maySeeBodies(context.actor)) throw new Forbidden();
  const { db } = context;
  const [kinds, places] = [await readKinds(db), await readPlaces(db)];
  const kind = kinds.find((one) => one.kind === asked.kind);
  const [place, area] = [await placeNamed(context, asked.place), await placeNamed(context, asked.area)];
  const sought: Sought = {
    words: searchWords(asked.q),
    code: typedBodyCode(asked.q).slice(0, 20),
    kind: kind?.kind,
    placeId: place && !isArea(place) ? place.id : undefined,
    areaId: area && isArea(area) ? area.id : undefined,
  };
  const narrowed = {
    kind,
    place: sought.placeId ? place : undefined,
    area: sought.areaId ? area : undefined,
  };
  const found =
    asked.q.trim() !== "" && sought.words.length === 0 ? nothing : await search(context, sought, asked.page);
  return { ...found, narrowed, kinds, places, can: { import: mayImport(context.actor) } };
}

/** What was typed has neither a letter nor a numeral in it. */
const nothing = { rows: [], paging: paging(0, 1, rowsOnPage), alike: false };

async function search(context: Context, sought: Sought, page: AskedPage) {
  const { db } = context;
  const shown = paging(await countBodies(db, sought), page, rowsOnPage);
  if (shown.total > 0 || sought.words.length === 0) {
    return { rows: await listBodies(db, sought, shown), paging: shown, alike: false };
  }
  const rows = await listAlike(db, sought, mostAlike);
  return { rows, paging: paging(rows.length, 1, mostAlike), alike: rows.length > 0 };
}

async function placeNamed({ db }: Context, code: string): Promise<BodySummary | undefined> {
  return isBodyCode(code) ? readSummary(db, code) : undefined;
}
