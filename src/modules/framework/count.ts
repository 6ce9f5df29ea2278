export type Count = {
  key: string;
  on: string;
  numerator: number;
  denominator: number;
  source: string;
  correction: number;
  reason: string;
  bodyName: string;
};
