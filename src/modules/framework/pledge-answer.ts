export type PledgeAnswer = {
  key: string;
  heard: string;
  answer: string;
  bodyName: string;
  answeredAt: Date;
};
