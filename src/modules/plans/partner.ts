/** What a patient partner needs in order to take part, and how they are paid. */
export type PartnerNotes = {
  userId: string;
  name: string;
  accessNeeds: string;
  payment: string;
  version: number;
};

/** Somebody who says of themselves that they are willing to help, and with what. */
export type WillingPerson = { id: string; name: string; helpsWith: string[]; bodyName: string };
