import { randomUUID } from "node:crypto";
import type { Visit } from "../setup/browse.ts";

/** A browser that knows the service by one address, behind which any of several processes may answer. */
export class Visitor {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.#origin = new URL(origin).origin;
  }

  async get(process: string, path: string): Promise<Visit> {
    return this.#send(process + path, { method: "GET" });
  }

  async post(process: string, path: string, fields: Record<string, string>): Promise<Visit> {
    return this.#send(process + path, {
      method: "POST",
      body: new URLSearchParams({ _key: randomUUID(), ...fields }),
      headers: { Origin: this.#origin },
    });
  }

  async become(process: string, persona: string): Promise<this> {
    const { status } = await this.post(process, "/demonstration/become", { persona });
    if (status !== 303) throw new Error(`Could not step in as ${persona}: ${status}`);
    return this;
  }

  async #send(url: string, init: RequestInit): Promise<Visit> {
    const cookie = [...this.#cookies].map((pair) => pair.join("=")).join("; ");
    const answer = await fetch(url, {
      ...init,
      redirect: "manual",
      headers: { ...(init.headers as Record<string, string>), Cookie: cookie },
      signal: AbortSignal.timeout(15_000),
    });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    const { headers } = answer;
    const isPage = headers.get("Content-Type")?.startsWith("text/html") === true;
    return { status: answer.status, location: headers.get("Location"), isPage, text: await answer.text() };
  }

  #keep(line: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === "" || /;\s*max-age=0\b/i.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
