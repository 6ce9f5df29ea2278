import type { ClientBase } from "pg";
import { ClusterProblem } from "./cluster-problem.ts";

/** What a server says about itself, as far as it bears on keeping data safe. */
export type ServerFacts = {
  versionNumber: number;
  fsync: string;
  fullPageWrites: string;
  synchronousCommit: string;
  dataChecksums: string;
  serverEncoding: string;
  passwordEncryption: string;
  listenAddresses: string;
  /** The methods of pg_hba.conf; only asked of the embedded server. */
  authenticationMethods: string[];
};

type Options = { embedded: boolean };
type Rule = { holds: (facts: ServerFacts) => boolean; otherwise: string; onlyEmbedded?: true };

const durableCommits = new Set(["local", "remote_write", "on", "remote_apply"]);

const rules: Rule[] = [
  {
    holds: (facts) => facts.versionNumber >= 150_000,
    otherwise: "it is older than PostgreSQL 15",
  },
  {
    holds: (facts) => facts.fsync === "on",
    otherwise: "fsync is off, and a power cut would destroy the data",
  },
  {
    holds: (facts) => facts.fullPageWrites === "on",
    otherwise: "full_page_writes is off, and a power cut could tear a page in two",
  },
  {
    holds: (facts) => durableCommits.has(facts.synchronousCommit),
    otherwise: "synchronous_commit is off, and what was saved last could be lost",
  },
  {
    holds: (facts) => facts.dataChecksums === "on",
    otherwise: "data checksums are off, and damage on the disk would go unseen",
  },
  {
    holds: (facts) => facts.serverEncoding === "UTF8",
    otherwise: "the encoding of the database is not UTF8, and it could not hold every name",
  },
  {
    holds: (facts) => facts.passwordEncryption === "scram-sha-256",
    otherwise: "password_encryption is not scram-sha-256",
  },
  {
    holds: (facts) => facts.listenAddresses === "",
    otherwise: "it listens on the network, and the embedded one must not",
    onlyEmbedded: true,
  },
  {
    holds: ({ authenticationMethods: methods }) =>
      methods.length > 0 && methods.every((method) => method === "scram-sha-256"),
    otherwise: "pg_hba.conf lets somebody in without a scram-sha-256 password",
    onlyEmbedded: true,
  },
];

/** The reason not to trust this server with data, or nothing. */
export function unsafeBecause(facts: ServerFacts, options: Options): string | undefined {
  const broken = rules.find((rule) => (options.embedded || !rule.onlyEmbedded) && !rule.holds(facts));
  return broken && `The database server is not safe to use: ${broken.otherwise}.`;
}

/** Refuses a server that could lose what it has acknowledged. `embedded` needs a superuser's connection. */
export async function assertSafeServer(
  client: ClientBase,
  options: Options = { embedded: false },
): Promise<void> {
  const reason = unsafeBecause(await readServerFacts(client, options), options);
  if (reason) throw new ClusterProblem(reason);
}

async function readServerFacts(client: ClientBase, options: Options): Promise<ServerFacts> {
  const { rows } = await client.query<Omit<ServerFacts, "authenticationMethods">>(`
    select current_setting('server_version_num')::int as "versionNumber",
           current_setting('fsync') as "fsync",
           current_setting('full_page_writes') as "fullPageWrites",
           current_setting('synchronous_commit') as "synchronousCommit",
           current_setting('data_checksums') as "dataChecksums",
           current_setting('server_encoding') as "serverEncoding",
           current_setting('password_encryption') as "passwordEncryption",
           current_setting('listen_addresses') as "listenAddresses"`);
  return { ...rows[0]!, authenticationMethods: options.embedded ? await readMethods(client) : [] };
}

async function readMethods(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ method: string }>(
    "select coalesce(auth_method, 'unreadable') as method from pg_hba_file_rules",
  );
  return rows.map((row) => row.method);
}
