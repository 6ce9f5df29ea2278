import { forgetPages, keepThisPage } from "./kept-pages.ts";
import { openedKey, readEntry, renewKey } from "./offline-form.ts";
import { countWords, send, sendAll, type Store, type Waiting } from "./offline-queue.ts";
import { WaitingNote } from "./waiting-note.ts";
import { openWaitingStore } from "./waiting-store.ts";

/**
 * Lets a form marked data-offline be sent without a connection, and sends what waits whenever there is one. Loaded
 * only by pages that have such a form, and by browsers in which something waits.
 */

const mark = "offline";
const waits = { first: 15_000, most: 300_000 };

export async function startOffline(): Promise<void> {
  const forms = [...document.querySelectorAll<HTMLFormElement>("form[data-offline]")];
  const queue = new OfflineQueue(await openWaitingStore(), forms);
  for (const form of forms) queue.serve(form);
  await queue.start();
}

class OfflineQueue {
  readonly #store: Store;
  readonly #forms: readonly HTMLFormElement[];
  readonly #note: WaitingNote;
  readonly #person: string;
  #wait = waits.first;
  #timer: number | undefined;

  constructor(store: Store, forms: readonly HTMLFormElement[]) {
    this.#store = store;
    this.#forms = forms;
    this.#person = forms[0]?.dataset.offlineOf ?? document.body.dataset.draftsOf ?? "";
    this.#note = new WaitingNote({
      send: () => void this.#sendAll(),
      open: (entry) => void this.#open(entry),
      discard: (entry) => void this.#discard(entry),
    });
  }

  async start(): Promise<void> {
    addEventListener("online", () => void this.#sendAll());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) void this.#sendAll();
    });
    document.addEventListener("submit", (event) => this.#signOut(event));
    await this.#sendAll();
    await this.#tellForms();
    if (this.#person) await forgetPages(this.#person);
    if (this.#forms.length > 0 && this.#person && (await keepThisPage(this.#person).catch(() => false)))
      for (const said of document.querySelectorAll<HTMLElement>("[data-kept]")) said.hidden = false;
    await this.#remember();
  }

  /** A page that came from the browser's memory carries the key of what was sent from it before. */
  serve(form: HTMLFormElement): void {
    renewKey(form);
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) renewKey(form);
    });
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      void this.#submit(form, event.submitter);
    });
  }

  /** A page that was kept does not know of what was entered on it since. */
  async #tellForms(): Promise<void> {
    for (const entry of await this.#store.all()) {
      if (entry.refused || entry.key === openedKey()) continue;
      for (const form of this.#forms.filter(({ action }) => action === entry.action)) tell(form, entry);
    }
  }

  async #submit(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    const entry = readEntry(form, submitter, this.#person);
    this.#note.say(`Sending ${countWords([entry])} …`);
    // Kept first: whatever happens from here on, it is there.
    await this.#store.put(entry);
    await this.#remember();
    const { kind, ...answer } = await this.#alone(() => send(this.#store, entry));
    if ("url" in answer) return location.assign(answer.url);
    if (kind === "refused") return this.#open(entry);
    await this.#draw(kind === "sign-in", `Kept on this device: ${entry.about}.`);
    form.reset();
    renewKey(form);
    tell(form, entry);
    this.#later();
  }

  async #sendAll(): Promise<void> {
    clearTimeout(this.#timer);
    const opened = openedKey();
    const all = await this.#store.all();
    const ready = all.filter(({ key, refused }) => !refused && key !== opened);
    if (ready.length === 0) return this.#draw(false);
    const { saved, mustSignIn } = await this.#alone(() =>
      sendAll({ ...this.#store, all: () => Promise.resolve(ready) }),
    );
    for (const entry of ready.slice(0, saved))
      for (const form of this.#forms.filter(({ action }) => action === entry.action))
        tell(form, entry, "sent");
    await this.#draw(mustSignIn, saved > 0 ? `${countWords(ready.slice(0, saved))} sent.` : "");
    await this.#remember();
    if (saved < ready.length && !mustSignIn) this.#later();
    else this.#wait = waits.first;
  }

  /** Two tabs that send the same do no harm, but one is enough. */
  #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    return "locks" in navigator ? navigator.locks.request("offline-queue", work) : work();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#sendAll(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, waits.most);
  }

  async #draw(mustSignIn: boolean, said = ""): Promise<void> {
    const opened = openedKey();
    const entries = (await this.#store.all()).filter(({ key }) => key !== opened);
    this.#note.show({ entries, person: this.#person, mustSignIn, said });
  }

  /** Sent as any form is, so that the server's own page says what is wrong, with everything still in it. */
  async #open(entry: Waiting): Promise<void> {
    await this.#store.put({ ...entry, refused: false });
    openedKey(entry.key);
    const form = document.createElement("form");
    form.method = "post";
    form.action = entry.action;
    for (const [name, value] of entry.fields) {
      const field = document.createElement("textarea");
      field.name = name;
      field.value = value;
      form.append(field);
    }
    form.hidden = true;
    document.body.append(form);
    form.submit();
  }

  async #discard(entry: Waiting): Promise<void> {
    await this.#store.remove(entry.key);
    await this.#draw(false, `${countWords([entry])} discarded.`);
    await this.#remember();
  }

  /** Pages go before the person does; what waits stays, and is sent when they are back. */
  #signOut(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches('[action$="/sign-out"]')) return;
    event.preventDefault();
    void forgetPages()
      .then(() => this.#remember())
      .finally(() => form.submit());
  }

  /** So that other pages know, without asking, whether this is to be loaded. */
  async #remember(): Promise<void> {
    const holds = (await this.#store.all()).length > 0 || (this.#forms.length > 0 && this.#person !== "");
    if (holds) localStorage.setItem(mark, "1");
    else localStorage.removeItem(mark);
  }
}

function tell(form: HTMLFormElement, entry: Waiting, what: "kept" | "sent" = "kept"): void {
  form.dispatchEvent(new CustomEvent(what, { detail: entry }));
}
