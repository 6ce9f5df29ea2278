/** A figure beside one that was measured in the same run, or beside the goal. */
export type Row = {
  name: string;
  figure: number;
  unit: string;
  reference: { name: string; figure: number };
  ratio: number;
};

export function row(name: string, unit: string, figures: readonly number[], reference: Reference): Row {
  const figure = median(figures);
  const beside = median(reference.figures);
  return { name, figure, unit, reference: { name: reference.name, figure: beside }, ratio: figure / beside };
}

/** A figure for each round, of which the median counts. */
export type Reference = { name: string; figures: readonly number[] };

export function goal(figure: number): Reference {
  return { name: "the goal", figures: [figure] };
}

export function median(figures: readonly number[]): number {
  return percentile(figures, 0.5);
}

export function percentile(figures: readonly number[], part: number): number {
  const inOrder = figures.toSorted((one, other) => one - other);
  return inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * part))] ?? Number.NaN;
}
