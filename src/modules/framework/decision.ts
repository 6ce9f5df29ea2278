export type Decision = {
  id: string;
  metOn: string;
  itemKey: string | null;
  decision: string;
  action: string;
  ownerCode: string;
  ownerName: string;
  dueOn: string | null;
  closedOn: string | null;
  outcome: string;
  version: number;
};
