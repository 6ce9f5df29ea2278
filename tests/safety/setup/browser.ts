import { hashPassword } from "#modules/people/password.ts";
import { person, type TestPerson } from "#tests/world.ts";
import type { House } from "./house.ts";

export type Asking = { form?: Record<string, string>; headers?: Record<string, string>; from?: string };

/** A browser at one address, which keeps its cookies. */
export class Browser {
  readonly #house: House;
  readonly cookies = new Map<string, string>();
  readonly #address: string;

  constructor(house: House, { cookie, address = "192.0.2.1" }: { cookie?: string; address?: string } = {}) {
    this.#house = house;
    this.#address = address;
    if (cookie) this.#keep(cookie);
  }

  /** Reads a page, or sends a form to it. */
  async ask(path: string, { form, headers, from }: Asking = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await this.#house.app.request(
      `${this.#house.origin}${path}`,
      {
        method: form ? "POST" : "GET",
        headers: { Origin: this.#house.origin, ...(cookie && { Cookie: cookie }), ...headers },
        ...(form && { body: new URLSearchParams(form) }),
      },
      { incoming: { socket: { remoteAddress: from ?? this.#address } } },
    );
    for (const given of response.headers.getSetCookie()) this.#keep(given);
    return response;
  }

  /** The same browser, as it was: what a thief who copied the cookies has. */
  copy(): Browser {
    const other = new Browser(this.#house, { address: "203.0.113.66" });
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  async isSignedIn(): Promise<boolean> {
    return (await this.ask("/me")).status === 200;
  }

  #keep(given: string): void {
    const pair = given.split(";")[0]!;
    const at = pair.indexOf("=");
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === "" || /max-age=0/i.test(given)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

export const password = "three quiet otters";
let hash: string | undefined;

/** Somebody with an account and the password above, without the slow way to it. */
export async function withPassword(house: House, given: { email?: string } = {}): Promise<TestPerson> {
  const who = await person(house.db, given);
  hash ??= await hashPassword(password);
  await house.db
    .insertInto("accounts")
    .values({ user_id: who.id, account_id: who.id, provider_id: "credential", password: hash })
    .execute();
  return who;
}

export function locationOf(response: Response): string {
  return response.headers.get("Location") ?? `(${response.status})`;
}
