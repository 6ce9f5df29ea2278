import type { ReactNode } from "react";
import type { ItemRow } from "../item.ts";
import { itemKinds, keyOf } from "../item.ts";
import { itemPath } from "../paths.ts";
import type { ItemPage } from "../queries/item-page.ts";
import { numberOf } from "./item-facts.tsx";
import { PromisedTable } from "./promised-table.tsx";

const plurals: Partial<Record<ItemRow["kind"], string>> = {
  driver: "Secondary drivers",
  action: "Proposed actions",
  outcome: "Intended outcomes",
  target: "Targets",
  reference: "References",
};

/** What stands under an item, kind by kind, and what it is linked with. */
export function UnderList({ page }: { page: ItemPage }): ReactNode {
  const { item, under, progress } = page;
  const { key, content } = progress.framework;
  const promised = progress.promised.filter(
    (one) => one.action.id === item.detail["id"] && item.kind === "action",
  );
  const groups = Map.groupBy(
    under.filter((row) => row.kind !== "detail"),
    (row) => row.kind,
  );
  return (
    <>
      {promised.length > 0 ? (
        <PromisedTable
          caption="Detailed actions"
          captionSize="m"
          promised={promised}
          pack={content.pack}
          withOutcome={false}
        />
      ) : null}
      {[...groups].map(([kind, rows]) => (
        <Linked key={kind} heading={plurals[kind] ?? itemKinds[kind]} rows={rows} frameworkKey={key} />
      ))}
      <Linked heading="Drivers it strengthens" rows={linkedDrivers(page)} frameworkKey={key} />
      <Linked heading="Intended outcomes" rows={outcomesWithin(page)} frameworkKey={key} />
      <Linked heading="Actions that strengthen it" rows={strengthening(page)} frameworkKey={key} />
      <Linked heading="What it became" rows={became(page)} frameworkKey={key} />
      <Linked heading="Actions that are to bring it about" rows={servedBy(page)} frameworkKey={key} />
    </>
  );
}

type LinkedProps = { heading: string; rows: readonly ItemRow[]; frameworkKey: string };

function Linked({ heading, rows, frameworkKey }: LinkedProps): ReactNode {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="nhsuk-heading-m">{heading}</h2>
      <ul className="nhsuk-list">
        {rows.map((row) => (
          <li key={row.key}>
            <a href={itemPath(frameworkKey, row.key)}>
              {numberOf(row.key)} {row.title || row.text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function idsIn({ item, progress }: ItemPage, field: string, kind: "driver" | "action"): ItemRow[] {
  const ids = item.detail[field];
  if (!Array.isArray(ids)) return [];
  return ids.flatMap((id) => progress.framework.content.item(keyOf(kind, String(id))) ?? []);
}

/** Of a condition or driver: what all that was promised for it is to bring about. An action has its own. */
function outcomesWithin({ item, within, progress }: ItemPage): ItemRow[] {
  if (item.kind === "action") return [];
  const ids = new Set(within.flatMap(({ detail }) => detail.outcomes));
  return [...ids].flatMap((id) => progress.framework.content.item(keyOf("outcome", id)) ?? []);
}

const linkedDrivers = (page: ItemPage) =>
  page.item.kind === "action" ? idsIn(page, "drivers", "driver") : [];

const became = (page: ItemPage) => idsIn(page, "became", "action");

function strengthening({ item, progress }: ItemPage): ItemRow[] {
  if (item.kind !== "driver") return [];
  const { pack, item: find } = progress.framework.content;
  return pack.actions
    .filter(({ drivers }) => drivers.includes(String(item.detail["id"])))
    .flatMap(({ id }) => find(keyOf("action", id)) ?? []);
}

function servedBy({ item, progress }: ItemPage): ItemRow[] {
  if (item.kind !== "outcome") return [];
  const { pack, item: find } = progress.framework.content;
  return pack.actions
    .flatMap((action) => action.details)
    .filter(({ outcomes }) => outcomes.includes(String(item.detail["id"])))
    .flatMap(({ id }) => find(keyOf("detail", id)) ?? []);
}
