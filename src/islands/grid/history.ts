/** One box, and what stood in it before and after. */
export type Change<Box> = { box: Box; before: string; after: string };

/** What was done, step by step; a paste is one step. */
export class History<Box> {
  readonly #done: Change<Box>[][] = [];
  readonly #undone: Change<Box>[][] = [];

  add(step: Change<Box>[]): void {
    const real = step.filter(({ before, after }) => before !== after);
    if (real.length === 0) return;
    this.#done.push(real);
    this.#undone.length = 0;
  }

  /** What has to be put back, the last first. */
  undo(): { box: Box; value: string }[] {
    const step = this.#done.pop();
    if (!step) return [];
    this.#undone.push(step);
    return step.toReversed().map(({ box, before }) => ({ box, value: before }));
  }

  redo(): { box: Box; value: string }[] {
    const step = this.#undone.pop();
    if (!step) return [];
    this.#done.push(step);
    return step.map(({ box, after }) => ({ box, value: after }));
  }
}
