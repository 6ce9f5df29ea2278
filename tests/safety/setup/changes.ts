import { Client } from "pg";
import type pg from "pg";

/** One row of one table that a request made, changed or took away. */
export type Change = {
  place: string;
  op: "INSERT" | "UPDATE" | "DELETE";
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/** Has the database itself write down every row that changes, in every table that there is. */
export async function watchChanges(owner: pg.ClientConfig): Promise<void> {
  const client = new Client(owner);
  await client.connect();
  try {
    await client.query(`
      create table safety_changes (
        seq bigint generated always as identity primary key,
        place text not null, op text not null, before jsonb, after jsonb
      );
      create function safety_take() returns setof safety_changes language plpgsql security definer as $$
        begin return query delete from public.safety_changes returning *; end $$;
      create function safety_note() returns trigger language plpgsql security definer as $$
      begin
        if TG_OP = 'UPDATE' and old is not distinct from new then return null; end if;
        insert into public.safety_changes (place, op, before, after) values (
          case TG_TABLE_SCHEMA when 'public' then '' else TG_TABLE_SCHEMA || '.' end || TG_TABLE_NAME, TG_OP,
          case when TG_OP <> 'INSERT' then to_jsonb(old) end, case when TG_OP <> 'DELETE' then to_jsonb(new) end);
        return null;
      end $$;
      do $$
      declare one regclass;
      begin
        for one in
          select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname in ('public', 'jobs') and c.relkind in ('r', 'p') and not c.relispartition
            and c.relname <> 'safety_changes'
        loop
          execute format('create trigger safety_note after insert or update or delete on %s
            for each row execute function safety_note()', one);
          execute format('create trigger safety_no_truncate before truncate on %s
            for each statement execute function audit_is_append_only()', one);
        end loop;
      end $$;`);
  } finally {
    await client.end();
  }
}

/** Kept for the running of the service and no part of what it is about: counters, keys of forms, what waits to be sent. */
const operational: ReadonlySet<string> = new Set([
  "rate_limits",
  "submissions",
  "mails",
  "verifications",
  "email_changes",
  "facts",
  "audit_entries",
  "audit_chains",
]);

/** A session that lives longer, a counter of wrong codes: no deed of anybody's. */
const restless: Record<string, ReadonlySet<string>> = {
  sessions: new Set(["updated_at", "expires_at"]),
  users: new Set(["updated_at"]),
  accounts: new Set(["updated_at"]),
  two_factors: new Set(["failed_verification_count", "locked_until"]),
};

/** Nothing but the two counters may move when a request was refused or asked for a page. */
const harmless: ReadonlySet<string> = new Set(["rate_limits"]);

export function isDomain(change: Change): boolean {
  if (isFact(change, "known-servers")) return true;
  return !change.place.startsWith("jobs.") && !operational.has(change.place) && !isRestless(change);
}

/** Most facts are the service's own; which servers are believed is a deed, and the key that it signs with is made once. */
function isFact({ place, before, after }: Change, name: string): boolean {
  return place === "facts" && (after ?? before)?.["name"] === name;
}

export function isHarmless(change: Change): boolean {
  return harmless.has(change.place) || isRestless(change) || isFact(change, "signing-key");
}

function isRestless({ place, op, before, after }: Change): boolean {
  if (op !== "UPDATE" || !before || !after) return false;
  const changed = Object.keys(after).filter(
    (name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]),
  );
  return changed.every((name) => restless[place]?.has(name));
}

export function told(change: Change): string {
  return `${change.op} ${change.place} ${JSON.stringify(change.after ?? change.before).slice(0, 160)}`;
}
