export type Step = { stage: string; note: string; bodyName: string; saidBy: string | null; saidAt: Date };

export type Evidence = {
  id: string;
  title: string;
  summary: string;
  link: string;
  bodyName: string;
  addedAt: Date;
  withdrawnAt: Date | null;
  withdrawnReason: string;
  /** Work on this platform: with its title only for whoever can see it. */
  plan: { id: string; title: string } | "out-of-sight" | null;
};
