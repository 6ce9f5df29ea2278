import { setTimeout as pause } from "node:timers/promises";
import { isPerson } from "#platform/actor.ts";
import type { Heard } from "#platform/live.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound, Problem } from "#platform/problem.ts";
import { contextOf, type Request, type Services } from "./env.ts";
import { StreamPlaces, visitors } from "./stream-places.ts";

/** Something that a page shows, and wants to be told of when it changes. */
export type Watched = {
  topic: string;
  /**
   * Asked at the start, before every word about it, and at every beat: throws when this actor may not see it, or no
   * longer. What it answers is how far the thing has come, such as its version; where it answers, nobody is told of
   * what they have seen.
   */
  recheck: Recheck;
};

export type Recheck = (context: Context) => Promise<string | number | undefined>;

/** A word at most this often about one stream's things; what comes in between is one. */
const quietMilliseconds = 250;
const beatMilliseconds = 20_000;

/** What lies unread by a browser that has gone without a word. */
const mostUnread = 64;

const encoder = new TextEncoder();
const places = new WeakMap<Services, StreamPlaces>();

/**
 * An answer that goes on: server-sent events that say which of these things changed, and never how. The browser
 * asks for the thing itself, as the person it is then. Sight that was revoked ends the stream.
 */
export async function liveStream(c: Request, watched: readonly Watched[]): Promise<Response> {
  const services = c.get("services");
  const stream = new LiveStream(c, watched);
  try {
    await stream.open(placesOf(services));
  } catch (error) {
    stream.end();
    throw error;
  }
  return c.body(stream.readable, 200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store, no-transform",
    // A proxy that gathers an answer before it passes it on would never pass this one on.
    "X-Accel-Buffering": "no",
  });
}

function placesOf(services: Services): StreamPlaces {
  const held = places.get(services) ?? new StreamPlaces((count) => services.metrics.streams.set(count));
  places.set(services, held);
  return held;
}

class LiveStream {
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly #c: Request;
  readonly #watched: ReadonlyMap<string, Recheck>;
  readonly #marks = new Map<string, string>();
  /** What is to be looked at; true where it is known to have changed, whether or not it says how far it came. */
  readonly #pending = new Map<string, boolean>();
  readonly #endings: (() => void)[] = [];
  #controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
  #busy = false;

  constructor(c: Request, watched: readonly Watched[]) {
    this.#c = c;
    this.#watched = new Map(watched.map(({ topic, recheck }) => [topic, recheck]));
    this.readable = new ReadableStream(
      { start: (controller) => void (this.#controller = controller), cancel: () => this.end() },
      { highWaterMark: mostUnread },
    );
  }

  /** Listens before it looks, so that nothing falls between the two. */
  async open(held: StreamPlaces): Promise<void> {
    const { live } = this.#c.get("services");
    this.#busy = true;
    this.#endings.push(
      ...[...this.#watched.keys()].map((topic) => live.subscribe(topic, (heard) => this.#hear(heard))),
    );
    await this.#lookFirst();
    this.#endings.push(held.take(this.#whose(), () => this.#sayOver("elsewhere")));
    const beat = setInterval(() => this.#beat(), beatMilliseconds).unref();
    this.#endings.push(() => clearInterval(beat));
    this.#busy = false;
    void this.#flush();
  }

  end(): void {
    for (const ending of this.#endings.splice(0)) ending();
    const controller = this.#controller;
    this.#controller = undefined;
    try {
      controller?.close();
    } catch {
      // The browser has closed it already.
    }
  }

  /** Sight of none of the things is no stream; sight of some is a stream about those. */
  async #lookFirst(): Promise<void> {
    const context = contextOf(this.#c);
    const refusals: Problem[] = [];
    for (const topic of this.#watched.keys()) {
      await this.#look(topic, context).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        refusals.push(error);
      });
    }
    if (refusals.length === this.#watched.size) throw refusals[0] ?? new NotFound();
    this.#write(`retry: ${1_000 + Math.round(Math.random() * 2_000)}\n`);
    const seen = marksSeen(this.#c);
    for (const [topic, mark] of this.#marks)
      if (mark !== "" && (seen.get(topic) ?? mark) !== mark) this.#say("changed", { topic, mark });
    this.#say("watching", Object.fromEntries(this.#marks));
  }

  async #look(topic: string, context: Context): Promise<string> {
    const mark = String((await this.#watched.get(topic)!(context)) ?? "");
    this.#marks.set(topic, mark);
    return mark;
  }

  #hear(heard: Heard): void {
    if (heard.kind === "closing") return this.end();
    if (heard.kind === "changed") this.#pending.set(heard.topic, true);
    else for (const topic of this.#marks.keys()) this.#pending.set(topic, true);
    void this.#flush();
  }

  /** Looks at everything again: a session may have ended, and a word may have been lost on the way. */
  #beat(): void {
    if ((this.#controller?.desiredSize ?? 0) <= 0) return this.end();
    this.#write(":\n\n");
    for (const topic of this.#marks.keys()) if (!this.#pending.has(topic)) this.#pending.set(topic, false);
    void this.#flush();
  }

  async #flush(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.#pending.size > 0 && this.#controller) {
        const heard = [...this.#pending].filter(([topic]) => this.#marks.has(topic));
        this.#pending.clear();
        await this.#tell(heard);
        await pause(quietMilliseconds, undefined, { ref: false });
      }
    } catch (error) {
      // The database is away, perhaps. The browser comes back by itself, and is looked at as any request is.
      this.#c.get("services").log.debug({ error: (error as Error).message }, "a live stream ended");
      this.end();
    } finally {
      this.#busy = false;
    }
  }

  async #tell(heard: readonly (readonly [topic: string, certain: boolean])[]): Promise<void> {
    const context = await this.#contextNow();
    if (!context) return this.#sayOver("signed-out");
    for (const [topic, certain] of heard) {
      const before = this.#marks.get(topic);
      const mark = await this.#look(topic, context).catch((error: unknown) => {
        if (error instanceof Problem) return undefined;
        throw error;
      });
      if (mark === undefined) this.#lose(topic);
      else if (mark === "" ? certain : mark !== before) this.#say("changed", { topic, mark });
    }
    if (this.#marks.size === 0) this.#sayOver("out-of-sight");
  }

  /** As whoever asked is now: with the roles of this moment, or not at all. */
  async #contextNow(): Promise<Context | undefined> {
    const was = this.#c.get("actor");
    const at = this.#c.get("services").clock();
    const { actor } = await this.#c.get("recogniseAgain")(at);
    const isSame = isPerson(was) ? isPerson(actor) && actor.id === was.id : !isPerson(actor);
    return isSame ? { ...contextOf(this.#c), actor, at } : undefined;
  }

  #lose(topic: string): void {
    this.#marks.delete(topic);
    this.#say("gone", { topic });
  }

  #sayOver(why: "signed-out" | "out-of-sight" | "elsewhere"): void {
    this.#say("over", { why });
    this.end();
  }

  /** Each word carries all marks as its id, which a browser that comes back says again. */
  #say(event: string, data: object): void {
    const id = new URLSearchParams([...this.#marks]).toString();
    this.#write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  #write(text: string): void {
    try {
      this.#controller?.enqueue(encoder.encode(text));
    } catch {
      this.end();
    }
  }

  #whose(): string {
    const actor = this.#c.get("actor");
    if (!isPerson(actor)) return visitors;
    // In a demonstration many visitors are the same person.
    return this.#c.get("services").demonstration ? actor.sessionId : actor.id;
  }
}

/** What the browser says that it has seen: by itself after a break, or the page when it opens the stream. */
function marksSeen(c: Request): Map<string, string> {
  const said = c.req.header("Last-Event-ID") ?? c.req.query("since") ?? "";
  return new Map(new URLSearchParams(said));
}
