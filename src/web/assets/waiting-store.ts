import type { Store, Waiting } from "./offline-queue.ts";

const table = "waiting";

/** The browser's own database. Fails where the browser keeps nothing; forms are then sent as they always were. */
export async function openWaitingStore(): Promise<Store> {
  const database = await opened();
  const within = (mode: IDBTransactionMode): IDBObjectStore =>
    database.transaction(table, mode, { durability: "strict" }).objectStore(table);
  return {
    async all() {
      const entries = await done<Waiting[]>(within("readonly").getAll());
      return entries.sort((one, other) => one.at - other.at);
    },
    put: (entry) => committed(within("readwrite"), (store) => store.put(entry)),
    remove: (key) => committed(within("readwrite"), (store) => store.delete(key)),
  };
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open("throughline", 1);
  request.addEventListener("upgradeneeded", () => {
    request.result.createObjectStore(table, { keyPath: "key" });
  });
  return done(request);
}

function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The browser keeps nothing.")));
  });
}

/** Kept when the transaction is, and not when the request is answered. */
function committed(store: IDBObjectStore, act: (store: IDBObjectStore) => IDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    const { transaction } = store;
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () =>
      reject(transaction.error ?? new Error("The browser kept nothing.")),
    );
    act(store);
  });
}
