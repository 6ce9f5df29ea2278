import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  discovery,
  type Configuration,
} from "openid-client";

export type Provider = { issuer: string; clientId: string; clientSecret: string };

/** What travels from the start of a sign-on to its return, known to nobody but us and this browser. */
export type Flow = { state: string; nonce: string; verifier: string };

export type Claims = {
  issuer: string;
  subject: string;
  email: string | undefined;
  name: string | undefined;
  /** The values of amr and acr: how the organisation made sure of its person. */
  proofs: string[];
};

const patienceSeconds = 5;

/** http is for a provider on this very machine, in development and in tests. */
async function configuration(provider: Provider): Promise<Configuration> {
  const issuer = new URL(provider.issuer);
  const execute = issuer.protocol === "http:" ? [allowInsecureRequests] : [];
  return discovery(issuer, provider.clientId, undefined, ClientSecretBasic(provider.clientSecret), {
    execute,
    timeout: patienceSeconds,
  });
}

export async function authorizationUrl(provider: Provider, redirectUri: string, flow: Flow): Promise<string> {
  const url = buildAuthorizationUrl(await configuration(provider), {
    redirect_uri: redirectUri,
    scope: "openid email profile",
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: "S256",
  });
  return url.href;
}

/** Signature, issuer, audience, expiry, state, nonce and PKCE are all judged by openid-client. */
export async function exchange(provider: Provider, returned: URL, flow: Flow): Promise<Claims> {
  const tokens = await authorizationCodeGrant(await configuration(provider), returned, {
    expectedState: flow.state,
    expectedNonce: flow.nonce,
    pkceCodeVerifier: flow.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error("The provider sent no identity.");
  const text = (value: unknown): string | undefined =>
    typeof value === "string" && value !== "" ? value : undefined;
  const amr: unknown[] = Array.isArray(claims["amr"]) ? claims["amr"] : [];
  const proofs = [...amr, claims["acr"]].filter((value): value is string => typeof value === "string");
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: text(claims["email"]),
    name: text(claims["name"]),
    proofs,
  };
}

const ownMachine = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** What is wrong with an issuer's address; nothing when it may be asked. */
export function issuerProblem(issuer: string, production: boolean): string | undefined {
  const url = URL.parse(issuer);
  if (!url || url.username || url.password || url.hash || url.search)
    return "Issuer must be an address like https://login.example.nhs.uk";
  if (!production && ownMachine.has(url.hostname)) return undefined;
  if (url.protocol !== "https:") return "Issuer must be an https address";
  const isName =
    /^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/i.test(url.hostname) &&
    !/\.(local|localhost|internal)$/i.test(url.hostname);
  return isName ? undefined : "Issuer must be a public name, not a number or a name of this machine";
}
