import { expect, test } from "vitest";
import { canonicalJson, type PlainJson } from "../canonical-json.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { readBundle, writeBundle, type NewBundle } from "./bundle.ts";
import { fingerprint, newSigningKey, signatureOf, signingKeyFrom } from "./signing-key.ts";

/** The first key in the tests of RFC 8032, so that others can work out the same signature. */
const key = signingKeyFrom(
  [
    "-----BEGIN PRIVATE ",
    "KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE ",
    "KEY-----\n",
  ].join(""),
);

const given: NewBundle = {
  kind: "plan",
  contents: {
    title: "Diagnosis from 15% to 50%",
    nodes: [
      { id: 1, text: "Café" },
      { id: 2, share: 0.1 },
    ],
  },
  address: "https://a.example",
  at: new Date("2026-04-01T09:00:00Z"),
};

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (written: string) => new TextEncoder().encode(written);
const good = text(writeBundle(given, key));

test("a bundle is written down to the byte", () => {
  expect(good).toBe(
    '{"at":"2026-04-01T09:00:00.000Z","contents":{"nodes":[{"id":1,"text":"Café"},{"id":2,"share":0.1}],"title":"Diagnosis from 15% to 50%"},"digest":"3c74b55e397873730801ac94a0138763276b3ad2dad177a31e76cbfe61b42b9c","format":"throughline-bundle","kind":"plan","server":{"address":"https://a.example","publicKey":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},"signature":"OcPsunQATGlWaudf08rXuPTnoKy47o5Wwgu4CRH_C5YSRFL6n7Tqf8mv21YIRUZcSyk_37ZiCf6immrtOegjAw","version":1}',
  );
  expect(fingerprint(key.publicKey)).toBe("21fe 31df a154 a261 626b f854");
});

test("it is read as it was written, and what it holds is written the same again", () => {
  const bundle = readBundle(bytes(good), "plan");
  expect(bundle.contents).toEqual(given.contents);
  expect(text(writeBundle({ ...given, contents: bundle.contents }, key))).toBe(good);
});

test("any one byte that is flipped anywhere is noticed", () => {
  const original = bytes(good);
  for (let at = 0; at < original.length; at += 1) {
    for (const bit of [1, 0x20, 0x80]) {
      const flipped = original.slice();
      flipped[at]! ^= bit;
      expect(() => readBundle(flipped, "plan"), `byte ${at}`).toThrow(UnreadableFile);
    }
  }
});

test("not even the bits of the signature's last letter that say nothing may be changed", () => {
  const last = good.lastIndexOf('","version"') - 1;
  for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") {
    const other = good.slice(0, last) + letter + good.slice(last + 1);
    if (other !== good) expect(() => readBundle(bytes(other), "plan"), letter).toThrow(changed);
  }
});

const changed = "was changed after it was signed";
const noBundle = "is not a bundle from Throughline";

function signed(change: Record<string, PlainJson>): string {
  const { signature: _, ...unsigned } = { ...(JSON.parse(good) as Record<string, PlainJson>), ...change };
  return canonicalJson({ ...unsigned, signature: signatureOf(canonicalJson(unsigned), key) });
}

test.each<[string, string, string]>([
  ["nothing", "", noBundle],
  ["no JSON", "hello", noBundle],
  ["JSON of somebody else", '{"format":"other"}', noBundle],
  ["a list", "[]", noBundle],
  ["one that was cut off", good.slice(0, -20), changed],
  ["one with a space more", good.replace('{"at"', '{ "at"'), changed],
  ["one with a line end after it", `${good}\n`, changed],
  ["one that an editor laid out", JSON.stringify(JSON.parse(good), null, 2), changed],
  [
    "one with its names in another order",
    JSON.stringify({ version: 1, ...(JSON.parse(good) as object) }),
    changed,
  ],
  ["one with a name twice", good.replace('"kind":"plan"', '"kind":"plan","kind":"plan"'), changed],
  ["one with a number written otherwise", good.replace('"share":0.1', '"share":0.10'), changed],
  ["one with other contents", good.replace("15%", "16%"), changed],
  ["one with another address", good.replace("a.example", "b.example"), changed],
  ["one with another's key", good.replace(key.publicKey, newSigningKey().publicKey), changed],
  ["one with no key", good.replace(key.publicKey, ""), changed],
  [
    "one with no signature",
    canonicalJson({ ...(JSON.parse(good) as Record<string, PlainJson>), signature: undefined }),
    changed,
  ],
  ["one with something more, signed", signed({ extra: 1 }), changed],
  ["one with a digest of something else, signed", signed({ digest: "0".repeat(64) }), changed],
  ["one of a newer version", signed({ version: 2 }), "a newer version of Throughline"],
  [
    "one of another kind",
    signed({ kind: "framework" }),
    "holds another thing (framework) than is imported here (plan)",
  ],
  [
    "one without a bottom",
    `{"format":"throughline-bundle","version":1,"contents":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    changed,
  ],
])("%s is refused in a sentence", (_, written, sentence) => {
  expect(() => readBundle(bytes(written), "plan")).toThrow(UnreadableFile);
  expect(() => readBundle(bytes(written), "plan")).toThrow(sentence);
});

test("one that is too large is refused before it is read", () => {
  expect(() => readBundle(new Uint8Array(10 * 1024 * 1024 + 1), "plan")).toThrow("must be smaller than 10MB");
});
