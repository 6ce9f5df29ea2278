export type Comment = {
  id: string;
  number: number;
  itemKey: string;
  proposalId: string | null;
  text: string;
  writtenBy: string | null;
  name: string | null;
  writtenAt: Date;
};
