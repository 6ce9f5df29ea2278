import type { Tx } from "#platform/database.ts";

/** What somebody is in a group: the people who work on one thing together, across organisations. */
export const groupRoles = ["lead", "sponsor", "coach", "analyst", "patient-partner", "member"] as const;

export type GroupRole = (typeof groupRoles)[number];

export type Joining = {
  groupId: string;
  userId: string;
  role: GroupRole;
  addedBy: string | null;
  at: Date;
};

/** A new group with one person in it, who leads it. */
export async function startGroup(tx: Tx, lead: { userId: string; at: Date }): Promise<string> {
  const { id } = await tx.insertInto("groups").defaultValues().returning("id").executeTakeFirstOrThrow();
  await joinGroup(tx, { groupId: id, role: "lead", addedBy: lead.userId, ...lead });
  return id;
}

/** Says whether they are in it now who were not before. Whoever is in it already stays what they are. */
export async function joinGroup(tx: Tx, joining: Joining): Promise<boolean> {
  const joined = await tx
    .insertInto("group_members")
    .values({
      group_id: joining.groupId,
      user_id: joining.userId,
      role: joining.role,
      added_by: joining.addedBy,
      started_at: joining.at,
    })
    .onConflict((conflict) =>
      conflict.columns(["group_id", "user_id"]).where("ended_at", "is", null).doNothing(),
    )
    .executeTakeFirst();
  return joined.numInsertedOrUpdatedRows === 1n;
}

/** Ends what they are in the group; says whether they were anything. */
export async function leaveGroup(
  tx: Tx,
  { groupId, userId, at }: { groupId: string; userId: string; at: Date },
): Promise<boolean> {
  const left = await tx
    .updateTable("group_members")
    .set({ ended_at: at })
    .where("group_id", "=", groupId)
    .where("user_id", "=", userId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return left.numUpdatedRows > 0n;
}

/** From now on they are something else in it. What they were stays on record. */
export async function changeGroupRole(tx: Tx, joining: Joining): Promise<void> {
  await leaveGroup(tx, joining);
  await joinGroup(tx, joining);
}
