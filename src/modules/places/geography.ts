/** A way to divide the nation: a level of the tree, or one kind of area (and, for networks, one field of care). */
export type Geography = { key: string; kind: string; topic: string | null; label: string };

export function geographyKey(kind: string, topic: string | null): string {
  return topic === null ? kind : `${kind}:${topic.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
}

export function geographyLabel(plural: string, topic: string | null): string {
  return topic === null ? plural : `${plural} for ${topic.toLowerCase()}`;
}
