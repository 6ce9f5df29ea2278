import type { Db } from "#platform/database.ts";

export type PersonaRow = {
  id: string;
  persona: string;
  name: string;
  email: string;
  job_title: string;
  about: string;
  body_name: string | null;
  role: string | null;
};

export async function listPersonaRows(db: Db, at: Date): Promise<PersonaRow[]> {
  return db
    .selectFrom("users as u")
    .leftJoin("profiles as p", "p.user_id", "u.id")
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom("memberships as m")
          .innerJoin("bodies as b", "b.id", "m.body_id")
          .select(["b.name as body_name", "m.role as role"])
          .whereRef("m.user_id", "=", "u.id")
          .where("m.started_at", "<=", at)
          .where((where) => where.or([where("m.ended_at", "is", null), where("m.ended_at", ">", at)]))
          .orderBy("m.started_at")
          .orderBy("m.role")
          .limit(1)
          .as("held"),
      (join) => join.onTrue(),
    )
    .select((select) => [
      "u.id",
      select.ref("u.persona").$notNull().as("persona"),
      "u.name",
      "u.email",
      select.fn.coalesce("p.job_title", select.val("")).as("job_title"),
      select.fn.coalesce("p.about", select.val("")).as("about"),
      "held.body_name",
      "held.role",
    ])
    .where("u.persona", "is not", null)
    .where("u.erased_at", "is", null)
    .orderBy("u.persona")
    .limit(20)
    .execute();
}
