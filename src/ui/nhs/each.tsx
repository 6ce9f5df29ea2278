import { Fragment, type ReactNode } from "react";

/** An item of a list; anything falsy is left out, so that a page may write `mayEdit && { … }`. */
export type Item<T> = T | false | null | undefined | "" | 0;

/** Draws the items in order. Their place is their key: a page is drawn once, on the server. */
export function each<T>(
  items: readonly Item<T>[] | undefined,
  draw: (item: T, index: number) => ReactNode,
): ReactNode[] {
  const drawn: ReactNode[] = [];
  items?.forEach((item, index) => {
    // oxlint-disable-next-line react/no-array-index-key -- nothing is drawn twice, so no place can go stale
    if (item) drawn.push(<Fragment key={index}>{draw(item, index)}</Fragment>);
  });
  return drawn;
}

export function present<T>(items: readonly Item<T>[] | undefined): T[] {
  return (items ?? []).filter((item): item is T => Boolean(item));
}
