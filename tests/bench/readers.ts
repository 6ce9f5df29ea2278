import { Agent, get, type RequestOptions } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import autocannon from "autocannon";

/** What is asked for, and by whom: one page after another, each reader from another place in the list. */
export type Asking = {
  url: string;
  paths: readonly string[];
  headers?: Record<string, string>;
  /** Who is signed in: each reader somebody else, because the program does not let one person take it all. */
  cookies?: readonly string[];
};

/** What the readers saw, from the first byte sent to the last one received. */
export type Seen = { perSecond: number; milliseconds: number[] };

/** Connections that ask again as soon as they have their answer: all that the server can do. */
export async function askWithoutPause(asking: Asking, connections: number, seconds: number): Promise<Seen> {
  const milliseconds: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const { url, paths, headers = {} } = asking;
    const requests = paths.map((path) => ({ method: "GET" as const, path }));
    const instance = autocannon({ url, connections, duration: seconds, headers, requests }, (error, done) => {
      if (error) reject(error as Error);
      else resolve(done);
    });
    instance.on("response", (_client, _status, _bytes, time) => milliseconds.push(time));
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${asking.url}: ${result.non2xx} refused, ${result.errors} failed`);
  return { perSecond: result.requests.total / result.duration, milliseconds };
}

/** Readers who ask again a while after they had their answer, faster than anybody reads. */
export async function askWithPauses(
  asking: Asking,
  readers: number,
  seconds: number,
  pauseMilliseconds = 100,
): Promise<Seen> {
  const agent = new Agent({ keepAlive: true });
  const ends = performance.now() + seconds * 1000;
  const milliseconds: number[] = [];
  const reader = async (_: unknown, number: number): Promise<void> => {
    const headers = { ...asking.headers, Cookie: asking.cookies?.[number] ?? "" };
    // Not all at the same moment.
    await pause((number / readers) * pauseMilliseconds);
    for (let page = number * 7; performance.now() < ends; page += 1) {
      const path = asking.paths[page % asking.paths.length]!;
      milliseconds.push(await ask(`${asking.url}${path}`, { agent, headers }));
      await pause(pauseMilliseconds);
    }
  };
  await Promise.all(Array.from({ length: readers }, reader));
  agent.destroy();
  return { perSecond: milliseconds.length / seconds, milliseconds };
}

async function ask(address: string, options: RequestOptions): Promise<number> {
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    get(address, options, (answer) => {
      answer.resume().once("end", resolve);
      if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode}`));
    }).once("error", reject);
  });
  return performance.now() - started;
}
