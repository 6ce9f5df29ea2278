import { generateKeyPairSync } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import MemoryAdapter from "oidc-provider/lib/adapters/memory_adapter.js";

/** Who the provider says is there; the test changes it between two sign-ons. */
export type Identity = {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  amr?: string[];
};

export type OpenIdProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  identity: Identity;
  /** Registers the address on our side that people are sent back to. */
  allow(returnAddress: string): void;
  /** Goes through the provider's own pages as a browser would, up to the address on our side. */
  visit(url: string): Promise<string>;
  close(): Promise<void>;
};

const clientId = "throughline";
const clientSecret = "a-secret-only-the-two-know-of-each-other";

/** A real OpenID provider on this machine, which lets in whoever the test says without asking. */
export async function openIdProvider(ownOrigin: string): Promise<OpenIdProvider> {
  const server = createServer();
  const port = await listen(server);
  const issuer = `http://localhost:${port}`;
  const allowed = new Set<string>();
  const running: OpenIdProvider = {
    issuer,
    clientId,
    clientSecret,
    identity: { sub: "nobody" },
    allow: (returnAddress) => void allowed.add(returnAddress),
    visit: (url) => visit(url, ownOrigin),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const provider = new Provider(issuer, configuration(running, ownOrigin));
  provider.Client.prototype.redirectUriAllowed = (uri) => allowed.has(uri);
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return answer(request, response);
    const { sub, amr } = running.identity;
    void provider.interactionFinished(request, response, { login: { accountId: sub, ...(amr && { amr }) } });
  });
  return running;
}

function configuration(running: OpenIdProvider, ownOrigin: string): Record<string, unknown> {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    adapter: class extends MemoryAdapter {},
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${ownOrigin}/return`],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "test" }] },
    cookies: { keys: ["only for tests"] },
    claims: { openid: ["sub", "amr"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ ...running.identity, sub: accountId }),
    }),
    loadExistingGrant: grantEverything,
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  };
}

type Asked = { oidc: { provider: Provider; client: { clientId: string }; session: { accountId: string } } };

async function grantEverything({ oidc }: Asked): Promise<unknown> {
  const grant = new oidc.provider.Grant({
    clientId: oidc.client.clientId,
    accountId: oidc.session.accountId,
  });
  grant.addOIDCScope("openid email profile");
  await grant.save();
  return grant;
}

async function visit(start: string, ownOrigin: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = start;
  for (let hop = 0; hop < 8; hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const one of response.headers.getSetCookie()) {
      const [name = "", value = ""] = one.split(";")[0]!.split(/=(.*)/s);
      cookies.set(name, value);
    }
    const location = response.headers.get("Location");
    if (!location)
      throw new Error(`The provider stopped at ${url} with ${response.status}: ${await response.text()}`);
    url = new URL(location, url).href;
    if (url.startsWith(ownOrigin)) return url.slice(ownOrigin.length);
  }
  throw new Error("The provider sent us round in circles.");
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "localhost", () => resolve((server.address() as AddressInfo).port));
  });
}
