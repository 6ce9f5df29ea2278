import { Client, type ClientConfig } from "pg";
import { inQuietTables } from "../../src/demonstration/quiet-tables.ts";

/** How many plans there are in a nation; each has 10 entries in its diagram and 6 tests. */
export const nationalPlans = 100_000;

const tables = ["groups", "group_members", "plans", "plan_nodes", "node_links", "tests", "alignments"];

/** What plans are about: words that meet in every combination, the first of each list far more often than the last. */
const words = `
  CREATE TEMP TABLE topic (no serial, word text);
  INSERT INTO topic (word) SELECT unnest(string_to_array('falls,pressure ulcers,sepsis,discharge,handover,medication errors,waiting,readmission,nutrition,pain,delirium,infection,referral letters,cancelled operations,dementia,asthma,diabetes,stroke,kidney injury,end of life,hand hygiene,consent,blood tests,imaging,transfusion,ulcer dressing,vaccination,continence,hydration,mobility,weight loss,smoking,anxiety,self harm,violence,restraint,carers,interpreters,theatre starts,bed moves', ','));
  CREATE TEMP TABLE change (no serial, word text);
  INSERT INTO change (word) SELECT unnest(string_to_array('a checklist,hourly rounds,a huddle,a sticker,a text message,a phone call,a drop-in clinic,a shared record,a volunteer,a pharmacist on the ward,a quiet hour,a dedicated trolley,teach back,a patient diary,a buddy,simulation,feedback boards,an alert,a pathway,a passport', ','));
  CREATE TEMP TABLE place AS
    SELECT row_number() OVER (ORDER BY b.id) AS no, b.id, b.name,
      ARRAY(SELECT own_organisations(ARRAY[b.id])) AS organisation,
      opened_by('network', NULL, ARRAY[b.id]) AS network,
      ARRAY(SELECT DISTINCT p FROM (SELECT unnest(b.id || b.ancestors) AS p
        UNION ALL SELECT m.area_id FROM area_members m WHERE m.body_id = ANY (b.id || b.ancestors)) x) AS places
    FROM bodies b JOIN body_kinds k ON k.kind = b.kind
    WHERE k.tier IN ('organisation', 'team') AND b.closed_on IS NULL ORDER BY b.id LIMIT 4000;
  CREATE TEMP TABLE somebody AS SELECT row_number() OVER (ORDER BY id) AS no, id FROM users;
  CREATE TEMP TABLE made AS
    SELECT no, gen_random_uuid() AS id, floor(40 * random() * random())::int + 1 AS topic_no,
      floor(20 * random() * random())::int + 1 AS change_no, (no % (SELECT count(*) FROM place)) + 1 AS place_no,
      (no % (SELECT count(*) FROM somebody)) + 1 AS lead_no, random() AS dice, random() AS luck
    FROM generate_series(1, $1::int) no;
  CREATE INDEX ON made (no); ANALYZE made; ANALYZE place; ANALYZE somebody;`;

const plans = `
  INSERT INTO plans (id, kind, title, sentence, aim, aim_what, aim_to, aim_by, topics, method, stage, local_priority,
    national_priority, visibility, opened_by, body_id, body_ids, place_ids, last_edit_at, last_test_at, last_data_at,
    improving_since, search, search_text, created_at, stage_since)
  SELECT m.id, 'project', said.title, said.title, said.aim, t.word, 5, date '2027-06-01', ARRAY[t.word], 'model-for-improvement',
    (ARRAY['idea','set-up','testing','testing','testing','implementing','sustaining','closed','stopped'])[1 + floor(9 * m.dice)::int],
    CASE WHEN m.luck < 0.5 THEN t.word ELSE '' END, CASE WHEN m.luck > 0.7 THEN t.word ELSE '' END, seen.visibility,
    CASE seen.visibility WHEN 'team' THEN ARRAY[m.id] WHEN 'organisation' THEN m.id || p.organisation
      WHEN 'network' THEN m.id || p.network WHEN 'signed-in' THEN ARRAY[m.id, signed_in_key()]
      ELSE ARRAY[m.id, signed_in_key(), public_key()] END,
    p.id, ARRAY[p.id], p.places, now() - m.dice * interval '400 days', now() - m.luck * interval '300 days',
    now() - m.luck * interval '200 days', CASE WHEN m.luck < 0.2 THEN date '2026-05-01' END,
    setweight(to_tsvector('english', said.title), 'A') || setweight(to_tsvector('english', said.aim), 'B')
      || setweight(to_tsvector('english', said.drivers), 'C'),
    search_words(said.title || ' ' || said.aim), now() - interval '500 days', now() - m.dice * interval '300 days'
  FROM made m JOIN topic t ON t.no = m.topic_no JOIN change c ON c.no = m.change_no JOIN place p ON p.no = m.place_no,
    LATERAL (SELECT (ARRAY['team','organisation','organisation','network','signed-in','signed-in','signed-in','public'])
      [1 + floor(8 * random())::int + 0 * m.no] AS visibility) seen,
    LATERAL (SELECT left('Fewer ' || t.word || ' by ' || c.word || ' at ' || p.name, 200) AS title,
      'Reduce ' || t.word || ' from 12 to 5 a month by June for patients at ' || p.name AS aim,
      'People know what to do about ' || t.word || '. The way of working makes it easy to use ' || c.word
        || '. Patients and carers take part. New staff learn it in the first week. It is seen when it is left out.' AS drivers) said`;

const nodes = `
  INSERT INTO plan_nodes (id, plan_id, kind, text, written_at)
  SELECT md5(m.no || ':' || n)::uuid, m.id, CASE WHEN n = 0 THEN 'aim' WHEN n < 4 THEN 'primary' WHEN n < 7 THEN 'secondary' ELSE 'idea' END,
    CASE WHEN n = 0 THEN 'Fewer ' || t.word ELSE c.word || ' against ' || t.word || ', part ' || n END, now()
  FROM made m JOIN topic t ON t.no = m.topic_no JOIN change c ON c.no = m.change_no, generate_series(0, 9) n`;

const links = `
  INSERT INTO node_links (plan_id, parent_id, child_id, position)
  SELECT m.id, md5(m.no || ':' || CASE WHEN n < 4 THEN 0 ELSE n - 3 END)::uuid, md5(m.no || ':' || n)::uuid, n
  FROM made m, generate_series(1, 9) n`;

const tests = `
  INSERT INTO tests (id, plan_id, token, ramp_id, cycle, change, question, prediction, starts_on, ends_on, scale, happened,
    outcome, studied_at, decision, learning, decided_at, search, created_at)
  SELECT x.id, m.id, lpad(to_hex(m.no * 6 + n), 10, '0'), x.id, 1, said.change, 'Does it help?', 'Half as many', x.day, x.day + 7,
    'one-shift', 'Some were fewer', (ARRAY['came-true','partly','no'])[1 + (m.no + n) % 3], now(),
    (ARRAY['adopt','adapt','expand','abandon'])[1 + (m.no + n) % 4], 'Ask the night staff first', now(),
    to_tsvector('english', said.change || ' Ask the night staff first'), now()
  FROM made m JOIN topic t ON t.no = m.topic_no JOIN change c ON c.no = m.change_no, generate_series(0, 5) n,
    LATERAL (SELECT md5('test' || m.no || ':' || n)::uuid AS id, current_date - (m.no % 300)::int - n AS day) x,
    LATERAL (SELECT 'Try ' || c.word || ' for ' || t.word || ' on one shift' AS change) said`;

/** Each plan serves 3 nodes of the strategies, or of the framework itself. */
const alignments = `
  INSERT INTO alignments (plan_id, to_plan_id, to_node_id, aligned_at)
  WITH target AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY n.id) AS no, n.plan_id, n.id, count(*) OVER () AS all
    FROM plan_nodes n JOIN plans p ON p.id = n.plan_id
    WHERE p.kind IN ('strategy', 'framework') AND n.kind IN ('primary', 'secondary', 'idea') AND n.removed_at IS NULL)
  SELECT m.id, t.plan_id, t.id, now() FROM made m, generate_series(0, 2) k, target t
  WHERE t.no = (m.no * 7 + k * 31) % t.all + 1`;

/** Fills a demonstration with the plans of a nation, written at once and not one by one. */
export async function loadPlans(owner: ClientConfig, count: number): Promise<void> {
  const client = new Client(owner);
  await client.connect();
  try {
    await client.query("SET maintenance_work_mem = '256MB'");
    for (const statement of words.split(";\n")) {
      if (statement.trim() !== "") await client.query(statement.replace("$1", String(count)));
    }
    await client.query("BEGIN");
    await inQuietTables(client, tables, async () => {
      await client.query("INSERT INTO groups (id) SELECT id FROM made");
      await client.query(`INSERT INTO group_members (group_id, user_id, role, started_at)
        SELECT m.id, s.id, 'lead', now() FROM made m JOIN somebody s ON s.no = m.lead_no`);
      for (const statement of [plans, nodes, links, tests, alignments]) await client.query(statement);
    });
    await client.query("COMMIT");
    await client.query(`VACUUM (ANALYZE) ${tables.join(", ")}`);
    await client.query("SELECT reckon_lines(plan_id, now()) FROM frameworks WHERE plan_id IS NOT NULL");
    await client.query("VACUUM (ANALYZE) line_plans, line_counts");
  } finally {
    await client.end();
  }
}
