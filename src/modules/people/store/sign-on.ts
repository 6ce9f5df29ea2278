import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";

export type ProviderRow = {
  id: string;
  bodyId: string;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  emailDomains: string[];
  strongClaims: string[];
  enabled: boolean;
  version: number;
};

const columns = sql`
  p.id, p.body_id AS "bodyId", p.name, p.issuer, p.client_id AS "clientId", p.client_secret AS "clientSecret",
  p.email_domains AS "emailDomains", p.strong_claims AS "strongClaims", p.enabled, p.version
  FROM sign_on_providers p`;

export async function findProvider(db: Db | Tx, id: string): Promise<ProviderRow | undefined> {
  const { rows } = await sql<ProviderRow>`SELECT ${columns} WHERE p.id = ${id}`.execute(db);
  return rows[0];
}

export async function listProvidersOf(db: Db, bodyId: string): Promise<ProviderRow[]> {
  const { rows } =
    await sql<ProviderRow>`SELECT ${columns} WHERE p.body_id = ${bodyId} ORDER BY p.name, p.id LIMIT 20`.execute(
      db,
    );
  return rows;
}

/** Those that somebody may mean who types an organisation's name or their own address. */
export async function searchProviders(db: Db, typed: string): Promise<ProviderRow[]> {
  const domain = typed.split("@").at(-1)!.toLowerCase();
  const pattern = `%${typed.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const { rows } = await sql<ProviderRow>`
    SELECT ${columns} JOIN bodies b ON b.id = p.body_id
    WHERE p.enabled AND (${domain} = ANY (p.email_domains) OR lower(p.name) LIKE ${pattern} OR lower(b.name) LIKE ${pattern})
    ORDER BY p.name, p.id LIMIT 20`.execute(db);
  return rows;
}

export type ProviderValues = Omit<ProviderRow, "id" | "bodyId" | "version">;

const asColumns = (values: ProviderValues) => ({
  name: values.name,
  issuer: values.issuer,
  client_id: values.clientId,
  client_secret: values.clientSecret,
  email_domains: values.emailDomains,
  strong_claims: values.strongClaims,
  enabled: values.enabled,
});

export async function insertProvider(tx: Tx, bodyId: string, values: ProviderValues): Promise<string> {
  const { id } = await tx
    .insertInto("sign_on_providers")
    .values({ body_id: bodyId, ...asColumns(values) })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateProvider(
  tx: Tx,
  id: string,
  values: ProviderValues & { version: number },
): Promise<boolean> {
  const saved = await tx
    .updateTable("sign_on_providers")
    .set({ ...asColumns(values), version: values.version + 1 })
    .where("id", "=", id)
    .where("version", "=", values.version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export async function deleteProvider(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("sign_on_providers").where("id", "=", id).execute();
}

/** Who somebody is at an issuer: issuer and subject, and never an address. */
export type Identity = { issuer: string; subject: string };

const providerKey = ({ issuer }: Identity): string => `oidc:${issuer}`;

export async function findUserOf(db: Db | Tx, identity: Identity): Promise<{ id: string } | undefined> {
  return db
    .selectFrom("accounts as a")
    .innerJoin("users as u", "u.id", "a.user_id")
    .select("u.id")
    .where("a.provider_id", "=", providerKey(identity))
    .where("a.account_id", "=", identity.subject)
    .where("u.erased_at", "is", null)
    .executeTakeFirst();
}

export async function connect(tx: Tx, userId: string, identity: Identity): Promise<void> {
  await tx
    .insertInto("accounts")
    .values({ user_id: userId, provider_id: providerKey(identity), account_id: identity.subject })
    .execute();
}

/** An account whose address only an organisation vouches for, so it is not proved. */
export async function insertUnprovedUser(tx: Tx, user: { name: string; email: string }): Promise<string> {
  const { id } = await tx
    .insertInto("users")
    .values({ name: user.name, email: user.email, email_verified: false })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function disconnectAll(db: Db | Tx, userId: string): Promise<void> {
  await db
    .deleteFrom("accounts")
    .where("user_id", "=", userId)
    .where("provider_id", "like", "oidc:%")
    .execute();
}

export async function listSignOnsOf(db: Db, userId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT DISTINCT coalesce(
      (SELECT p.name FROM sign_on_providers p WHERE 'oidc:' || p.issuer = a.provider_id ORDER BY p.name LIMIT 1),
      substr(a.provider_id, 6)) AS name
    FROM accounts a WHERE a.user_id = ${userId} AND a.provider_id LIKE 'oidc:%'
    ORDER BY name LIMIT 20`.execute(db);
  return rows.map((row) => row.name);
}
