import { ancestorsOf, searchTextOf, type Body, type FormerName } from "./body.ts";
import { copyRows, type Columns } from "./copy-rows.ts";
import { counted } from "./counted.ts";
import type { Part } from "./part.ts";

const bodyColumns: Columns<Body> = {
  id: (body) => body.id,
  kind: (body) => body.kind,
  code: (body) => body.code,
  name: (body) => body.name,
  parent_id: (body) => body.parent?.id,
  ancestors: ancestorsOf,
  topic: (body) => body.topic,
  purpose: (body) => body.purpose,
  not_for: (body) => body.notFor,
  funded_by: (body) => body.fundedBy,
  accountable_to: (body) => body.accountableTo,
  address: (body) => body.address,
  town: (body) => body.town,
  postcode: (body) => body.postcode,
  contact_name: (body) => body.contactName,
  contact_email: (body) => body.contactEmail,
  contact_phone: (body) => body.contactPhone,
  website: (body) => body.website,
  opened_on: (body) => body.openedOn,
  closed_on: (body) => body.closedOn,
  successor_id: (body) => body.successor?.id,
  search_text: searchTextOf,
};

const formerNameColumns: Columns<FormerName & { body: Body }> = {
  body_id: (former) => former.body.id,
  name: (former) => former.name,
  until: (former) => former.until,
};

type AreaMember = { body: Body; area: Body };

const areaMemberColumns: Columns<AreaMember> = {
  body_id: ({ body }) => body.id,
  area_id: ({ area }) => area.id,
  since: ({ body, area }) => [body.openedOn ?? "", area.openedOn ?? ""].sort().at(-1) || undefined,
};

export const placesPart: Part = {
  name: "places",
  tables: ["bodies", "former_names", "area_members"],
  async load(client, _scale, { bodies }, report) {
    report(counted("Bodies", await copyRows(client, "bodies", bodyColumns, bodies)));
    const former = bodies.flatMap((body) => body.formerNames.map((name) => ({ ...name, body })));
    report(counted("Former names", await copyRows(client, "former_names", formerNameColumns, former)));
    report(
      counted(
        "Areas of support",
        await copyRows(client, "area_members", areaMemberColumns, areaMembers(bodies)),
      ),
    );
    await client.query("SELECT count_bodies_anew()");
  },
};

function* areaMembers(bodies: readonly Body[]): Generator<AreaMember> {
  for (const body of bodies) for (const area of body.areas) yield { body, area };
}
