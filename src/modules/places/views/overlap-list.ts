import { listOf, type List } from "#platform/list-file.ts";
import { none } from "../overlap.ts";
import type { Comparison } from "../queries/compare-geographies.ts";
import { listHref } from "./overlap-matrix.tsx";

/** Every number of the comparison in a row of its own. */
export function overlapList(comparison: Comparison): List {
  const { a, b, rows } = comparison;
  const cells = rows.flatMap(({ body: row, cells: found }) =>
    found.map(({ body: column, count }) => ({ row, column, count })),
  );
  return listOf<(typeof cells)[number]>({
    name: "areas-that-overlap",
    rows: cells,
    columns: {
      row: [a.label, ({ row }) => row?.name ?? "In none"],
      rowCode: ["Its code", ({ row }) => row?.code],
      column: [b.label, ({ column }) => column?.name ?? "In none"],
      columnCode: ["Code of that", ({ column }) => column?.code],
      organisations: ["Organisations", ({ count }) => count],
      address: [
        "Address",
        ({ row, column }) => listHref(comparison, row?.code ?? none, column?.code ?? none),
      ],
    },
  });
}
