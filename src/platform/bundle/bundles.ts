import type { PlainJson } from "../canonical-json.ts";
import type { Db } from "../database.ts";
import { readBundle, writeBundle, type Bundle } from "./bundle.ts";
import { knownServers } from "./known-servers.ts";
import { serverKeys, type ServerKeys } from "./server-key.ts";
import { fingerprint } from "./signing-key.ts";

/** Who signed a bundle: this server, one that is known here, or one that nobody here has vouched for. */
export type Signer = {
  standing: "own" | "known" | "unknown";
  /** Under which it is known here; its address, which it says of itself, if it is not. */
  name: string;
  publicKey: string;
  /** To be compared with what the other server's people say theirs is. */
  fingerprint: string;
};

export type OpenedBundle = { contents: PlainJson; at: Date; digest: string; signer: Signer };

export type Bundles = {
  write(bundle: { kind: string; contents: PlainJson; at: Date }): Promise<Uint8Array>;
  /** Refuses, in a sentence, what is no bundle of this kind or is not as it was signed. */
  open(bytes: Uint8Array, kind: string): Promise<OpenedBundle>;
  /** For people who want to compare. */
  ownFingerprint(): Promise<string>;
};

/** Made once by a module that exchanges things with other servers. */
export function createBundles(given: { db: Db; secret: string; address: string }): Bundles {
  let keys: Promise<ServerKeys> | undefined;
  const ownKeys = () => {
    keys ??= serverKeys(given.db, given.secret).catch((error: unknown) => {
      // Asked again next time: the database may only have been away.
      keys = undefined;
      throw error;
    });
    return keys;
  };
  return {
    write: async (bundle) => writeBundle({ ...bundle, address: given.address }, (await ownKeys()).current),
    async open(bytes, kind) {
      const bundle = readBundle(bytes, kind);
      const signer = await signerOf(bundle, given.db, await ownKeys());
      return { contents: bundle.contents, at: new Date(bundle.at), digest: bundle.digest, signer };
    },
    ownFingerprint: async () => fingerprint((await ownKeys()).current.publicKey),
  };
}

async function signerOf({ server }: Bundle, db: Db, keys: ServerKeys): Promise<Signer> {
  const { address, publicKey } = server;
  const signer = { publicKey, fingerprint: fingerprint(publicKey) };
  if (publicKey === keys.current.publicKey || keys.former.includes(publicKey)) {
    return { ...signer, standing: "own", name: address };
  }
  const known = (await knownServers(db)).find((one) => one.publicKey === publicKey);
  return known
    ? { ...signer, standing: "known", name: known.name }
    : { ...signer, standing: "unknown", name: address };
}
