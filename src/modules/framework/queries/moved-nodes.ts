import { visitor } from "#platform/actor.ts";
import type { Db } from "#platform/database.ts";
import { compareVersions } from "../compare-versions.ts";
import { maySeeFramework } from "../policy.ts";
import { listNewVersions, listNodesOf, type MovedNode } from "../store/served.ts";
import { versionContent } from "./framework-in-force.ts";

/** The nodes of frameworks whose items were changed in a while, or what stands directly under them. */
export async function movedNodes(db: Db, during: { from: Date; to: Date }): Promise<MovedNode[]> {
  if (!maySeeFramework(visitor)) return [];
  const moved = await Promise.all(
    (await listNewVersions(db, during)).map(async ({ frameworkId, planId, before, after, at }) => {
      const [old, now] = [
        await versionContent(db, frameworkId, before),
        await versionContent(db, frameworkId, after),
      ];
      const keys = compareVersions(old, now).flatMap(({ key }) => [
        key,
        (now.item(key) ?? old.item(key))?.parent ?? [],
      ]);
      return listNodesOf(db, { planId, keys: keys.flat(), at });
    }),
  );
  return moved.flat();
}
