import { listOf, type Columns, type List } from "#platform/list-file.ts";
import type { Paging } from "#platform/paging.ts";
import type { BodyRow } from "../body.ts";

const columns: Columns<BodyRow> = {
  name: ["Name", (row) => row.name],
  formerNames: ["Formerly", (row) => row.formerNames],
  kind: ["What it is", (row) => row.kindLabel],
  town: ["Town", (row) => row.town],
  code: ["Code", (row) => row.code],
  closedOn: ["Closed on", (row) => row.closedOn],
  became: ["Became", (row) => row.heir?.name],
  becameCode: ["Code of what it became", (row) => row.heir?.code],
  address: ["Address", (row) => `/bodies/${row.code}`],
};

type Found = { rows: readonly BodyRow[]; paging: Paging };

export function bodyList(name: string, { rows, paging: { total } }: Found): List {
  return listOf({ name, columns, rows, total });
}
