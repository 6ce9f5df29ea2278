import { describe, expect, test } from "vitest";
import {
  answerOf,
  countWords,
  send,
  sendAll,
  type Answer,
  type Said,
  type Store,
  type Waiting,
} from "./offline-queue.ts";

const here = "https://throughline.example";

function said(status: number, given: Partial<Said> & { ours?: boolean } = {}): Said {
  const { ours = true, ...rest } = given;
  return {
    ok: status >= 200 && status < 300,
    status,
    redirected: false,
    url: `${here}/m/abc`,
    headers: new Headers(ours ? { "X-Request-Id": "1" } : {}),
    ...rest,
  };
}

const answers: [string, Said, Answer["kind"]][] = [
  ["the page after a deed", said(200, { redirected: true }), "saved"],
  ["a page at once", said(200), "saved"],
  ["the sign-in page", said(200, { redirected: true, url: `${here}/sign-in?next=%2F` }), "sign-in"],
  ["a second proof", said(200, { redirected: true, url: `${here}/sign-in/prove?next=%2F` }), "sign-in"],
  ["sign in first", said(401), "sign-in"],
  ["a page about sign-in that was not asked to sign in", said(200, { url: `${here}/sign-in` }), "saved"],
  ["a problem at a field", said(422), "refused"],
  ["a conflict", said(409), "refused"],
  ["not yours", said(403), "refused"],
  ["not there", said(404), "refused"],
  ["too large", said(413), "refused"],
  ["too slow", said(408), "away"],
  ["too many", said(429), "away"],
  ["a fault", said(500), "away"],
  ["starting again", said(503, { ours: false }), "away"],
  ["the guest network's own page", said(200, { ours: false }), "away"],
];

test.each(answers)("%s means what it says", (_, answer, kind) => {
  expect(answerOf(answer).kind).toBe(kind);
});

function entry(key: string, given: Partial<Waiting> = {}): Waiting {
  return {
    key,
    person: "amara",
    noun: "number",
    about: "Falls on Ward 7",
    action: `${here}/m/abc`,
    page: "/m/abc",
    fields: [["value", "4"]],
    shown: [],
    at: 0,
    refused: false,
    ...given,
  };
}

/** The browser's database, as far as the queue uses it. */
function memory(...entries: Waiting[]): Store & { held: Map<string, Waiting> } {
  const held = new Map(entries.map((one) => [one.key, one]));
  return {
    held,
    all: () => Promise.resolve([...held.values()]),
    put: async (one) => void held.set(one.key, one),
    remove: async (key) => void held.delete(key),
  };
}

/** A server that answers so, in turn, and writes down what it was sent. */
function server(...kinds: Answer["kind"][]) {
  const got: string[] = [];
  return {
    got,
    post: ({ key }: Waiting): Promise<Answer> => {
      got.push(key);
      const kind = kinds[got.length - 1] ?? "saved";
      return Promise.resolve(kind === "saved" ? { kind, url: here } : { kind });
    },
  };
}

describe("what waits", () => {
  test("goes only when the server has it", async () => {
    const store = memory(entry("1"));
    await send(store, entry("1"), server("away").post);
    expect([...store.held.keys()]).toEqual(["1"]);
    await send(store, entry("1"), server("sign-in").post);
    expect([...store.held.keys()]).toEqual(["1"]);
    await send(store, entry("1"), server("saved").post);
    expect(store.held.size).toBe(0);
  });

  test("is kept when the server cannot save it, and not sent again by itself", async () => {
    const store = memory(entry("1"), entry("2"));
    const first = server("refused");
    expect(await sendAll(store, first.post)).toEqual({ saved: 1, mustSignIn: false });
    expect(store.held.get("1")).toMatchObject({ refused: true, fields: [["value", "4"]] });
    const second = server();
    await sendAll(store, second.post);
    expect(second.got).toEqual([]);
  });

  test("is sent in the order in which it was entered, and no further once there is no answer", async () => {
    const store = memory(entry("1"), entry("2"), entry("3"));
    const { got, post } = server("saved", "away");
    expect(await sendAll(store, post)).toEqual({ saved: 1, mustSignIn: false });
    expect(got).toEqual(["1", "2"]);
    expect([...store.held.keys()]).toEqual(["2", "3"]);
  });

  test("of somebody who must sign in first does not hold up another's", async () => {
    const store = memory(entry("1"), entry("2"), entry("3", { person: "ben" }));
    const { got, post } = server("sign-in", "saved");
    expect(await sendAll(store, post)).toEqual({ saved: 1, mustSignIn: true });
    expect(got).toEqual(["1", "3"]);
    expect([...store.held.keys()]).toEqual(["1", "2"]);
  });
});

test("counts are said by what they are of", () => {
  expect(countWords([entry("1")])).toBe("1 number");
  expect(countWords([entry("1"), entry("2"), entry("3", { noun: "note" })])).toBe("2 numbers and 1 note");
});
