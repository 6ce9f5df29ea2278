-- Whoever waits for the end of a chain gets it in the order of coming. The row of the chain alone does not see to
-- that: who waits for it is woken, finds that another has changed it meanwhile, and stands at the end again; under
-- many writers one could wait until its statement ran out.
CREATE OR REPLACE FUNCTION audit_append(
  in_chain uuid, in_at timestamptz, in_actor uuid, in_action text,
  in_kind text, in_thing text, in_request text, in_detail jsonb
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  head audit_chains;
  entry audit_entries;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(in_chain::text, 7));
  INSERT INTO audit_chains AS c (chain, seq, hash) VALUES (in_chain, 1, '\x')
    ON CONFLICT (chain) DO UPDATE SET seq = c.seq + 1
    RETURNING c.* INTO head;
  entry.chain := in_chain;
  entry.seq := head.seq;
  entry.at := in_at;
  entry.actor_id := in_actor;
  entry.action := in_action;
  entry.thing_kind := in_kind;
  entry.thing_id := in_thing;
  entry.request_id := in_request;
  entry.detail := in_detail;
  entry.hash := audit_hash(head.hash, entry);
  INSERT INTO audit_entries SELECT entry.*;
  UPDATE audit_chains SET hash = entry.hash WHERE chain = in_chain;
  RETURN head.seq;
END $$;
