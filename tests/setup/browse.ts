/** A person's way through the program over HTTP: keeps cookies, sends forms as a browser would. */
export type Visit = {
  status: number;
  location: string | null;
  /** Something to look at, and not a file to keep. */
  isPage: boolean;
  text: string;
};

export class Browse {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async get(path: string): Promise<Visit> {
    return this.#send(path, { method: "GET" });
  }

  async post(path: string, fields: Record<string, string>): Promise<Visit> {
    return this.#send(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { Origin: this.#url, "Sec-Fetch-Site": "same-origin" },
    });
  }

  async #send(path: string, init: RequestInit): Promise<Visit> {
    const answer = await fetch(new URL(path, this.#url), {
      ...init,
      redirect: "manual",
      headers: { ...(init.headers as Record<string, string>), Cookie: this.cookie },
      signal: AbortSignal.timeout(10_000),
    });
    for (const cookie of answer.headers.getSetCookie()) this.#keep(cookie);
    const { headers } = answer;
    const isPage =
      headers.get("Content-Type")?.startsWith("text/html") === true &&
      !headers.get("Content-Disposition")?.startsWith("attachment");
    return { status: answer.status, location: headers.get("Location"), isPage, text: await answer.text() };
  }

  #keep(cookie: string): void {
    const [pair = "", ...attributes] = cookie.split(";");
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    const ended = value === "" || attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
    if (ended) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
