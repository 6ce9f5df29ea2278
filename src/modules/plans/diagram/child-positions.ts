/**
 * New places for the children of one parent: only those that moved get one, so that the record says which moved and
 * not which were passed. When the numbers have no more room between them, all are numbered anew.
 */
export function childPositions(
  order: readonly string[],
  known: ReadonlyMap<string, number>,
): Map<string, number> {
  const staying = longestRising(order, known);
  const positions = new Map<string, number>();
  let before = -1;
  for (const [at, id] of order.entries()) {
    if (staying.has(id)) {
      before = known.get(id)!;
      continue;
    }
    const next = order.slice(at + 1).find((one) => staying.has(one));
    const waiting = order.slice(at).findIndex((one) => staying.has(one));
    const room = next === undefined ? 1 : (known.get(next)! - before) / (waiting + 1);
    if (room < leastRoom) return new Map(order.map((one, place) => [one, place + 1]));
    before += room;
    positions.set(id, before);
  }
  return positions;
}

const leastRoom = 1e-6;

/** The most children that can stay where they are: the longest rising run of their numbers. */
function longestRising(order: readonly string[], known: ReadonlyMap<string, number>): Set<string> {
  const placed = order.filter((id) => known.has(id));
  const lengths: number[] = [];
  const previous: number[] = [];
  for (const [at, id] of placed.entries()) {
    let [best, from] = [1, -1];
    for (let earlier = 0; earlier < at; earlier += 1) {
      if (known.get(placed[earlier]!)! < known.get(id)! && lengths[earlier]! + 1 > best)
        [best, from] = [lengths[earlier]! + 1, earlier];
    }
    lengths.push(best);
    previous.push(from);
  }
  const staying = new Set<string>();
  for (let at = lengths.indexOf(Math.max(0, ...lengths)); at >= 0; at = previous[at]!)
    staying.add(placed[at]!);
  return staying;
}
