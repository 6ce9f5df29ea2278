import { sql } from "kysely";
import type { Db } from "#platform/database.ts";

/** Everything in the database about one person, as it stands there, secrets left out. */
export async function readHeldData(db: Db, userId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ data: Record<string, unknown> }>`
    SELECT jsonb_build_object(
      'account', (SELECT to_jsonb(u) FROM users u WHERE u.id = ${userId}),
      'profile', (SELECT to_jsonb(p) - 'user_id' FROM profiles p WHERE p.user_id = ${userId}),
      'waysToSignIn', ${list(sql`SELECT a.provider_id AS provider, a.created_at FROM accounts a WHERE a.user_id = ${userId} ORDER BY a.created_at`)},
      'roles', ${list(sql`SELECT b.name AS body, b.code, m.role, m.started_at, m.ended_at
        FROM memberships m JOIN bodies b ON b.id = m.body_id WHERE m.user_id = ${userId} ORDER BY m.started_at`)},
      'sessions', ${list(sql`SELECT s.created_at, s.updated_at AS last_used_at, s.expires_at, s.user_agent AS browser, s.strong
        FROM sessions s WHERE s.user_id = ${userId} ORDER BY s.created_at`)},
      'phones', ${list(sql`SELECT r.created_at, r.last_used_at, r.expires_at, r.user_agent AS browser
        FROM remembered_phones r WHERE r.user_id = ${userId} ORDER BY r.created_at`)},
      'invitationsMade', ${list(sql`SELECT b.name AS body, i.role, i.email, i.created_at, i.expires_at, i.withdrawn_at
        FROM invitations i JOIN bodies b ON b.id = i.body_id WHERE i.created_by = ${userId} ORDER BY i.created_at`)},
      'invitationsReceived', ${list(sql`SELECT b.name AS body, i.role, i.created_at, i.expires_at, i.withdrawn_at
        FROM invitations i JOIN bodies b ON b.id = i.body_id JOIN users u ON u.email = i.email WHERE u.id = ${userId} ORDER BY i.created_at`)},
      'filesUploaded', ${list(sql`SELECT f.name, f.kind, f.size, f.at, f.deleted_at
        FROM files f WHERE f.uploaded_by = ${userId} ORDER BY f.at`)},
      'addressToProve', (SELECT jsonb_build_object('email', e.email, 'askedAt', e.asked_at, 'expiresAt', e.expires_at)
        FROM email_changes e WHERE e.user_id = ${userId}),
      'tests', ${list(sql`SELECT t.change, t.starts_on, t.created_by = ${userId} AS planned, t.studied_by = ${userId} AS studied,
          t.decided_by = ${userId} AS decided FROM tests t
        WHERE t.created_by = ${userId} OR t.studied_by = ${userId} OR t.decided_by = ${userId} ORDER BY t.starts_on DESC LIMIT 5000`)},
      'tasks', ${list(sql`SELECT k.text, k.due_on, k.done_at FROM tasks k WHERE k.owner_id = ${userId} ORDER BY k.created_at`)},
      'comments', ${list(sql`SELECT c.text, c.written_at, c.removed_at FROM comments c
        WHERE c.written_by = ${userId} ORDER BY c.written_at DESC LIMIT 5000`)},
      'follows', ${list(sql`SELECT f.plan_id, f.muted, f.since FROM plan_followers f WHERE f.user_id = ${userId} ORDER BY f.since`)},
      'mailWishes', (SELECT to_jsonb(w) - 'user_id' FROM mail_wishes w WHERE w.user_id = ${userId}),
      'reflections', ${list(sql`SELECT r.on_date, r.text FROM improvement_reflections r WHERE r.user_id = ${userId} ORDER BY r.on_date`)},
      'teams', ${list(sql`SELECT p.title, p.kind, g.role, g.started_at, g.ended_at FROM group_members g JOIN plans p ON p.id = g.group_id
        WHERE g.user_id = ${userId} ORDER BY g.started_at`)},
      'partnerNotes', ${list(sql`SELECT to_jsonb(n) - 'user_id' AS notes FROM plan_partners n WHERE n.user_id = ${userId}`)},
      'portfolioViews', ${list(sql`SELECT v.name, v.query, v.created_at FROM portfolio_views v WHERE v.user_id = ${userId} ORDER BY v.created_at`)},
      'filesToTakeIn', ${list(sql`SELECT i.name, i.kind, i.at FROM plan_imports i WHERE i.uploaded_by = ${userId} ORDER BY i.at`)},
      'plansBrought', ${list(sql`SELECT p.title, o.server, o.signed_at, o.brought_at FROM plan_origins o JOIN plans p ON p.id = o.plan_id
        WHERE o.brought_by = ${userId} ORDER BY o.brought_at`)},
      'mails', ${list(sql`SELECT m.subject, m.written_at, m.sent_at
        FROM mails m JOIN users u ON u.email = m.recipient WHERE u.id = ${userId} ORDER BY m.written_at DESC LIMIT 1000`)},
      'audit', ${list(sql`SELECT e.at, e.action, e.thing_kind AS kind, e.thing_id AS id, e.detail
        FROM audit_entries e WHERE e.actor_id = ${userId} OR (e.thing_kind IN ('user', 'profile') AND e.thing_id = ${userId}::text)
        ORDER BY e.at DESC LIMIT 5000`)}
    ) AS data`.execute(db);
  return rows[0]?.data ?? {};
}

function list(rows: ReturnType<typeof sql>) {
  return sql`coalesce((SELECT jsonb_agg(to_jsonb(part)) FROM (${rows}) part), '[]')`;
}
