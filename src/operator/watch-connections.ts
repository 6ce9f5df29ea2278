import type { Socket } from "node:net";
import type { Pool, PoolClient } from "pg";

/**
 * What the pool leaves to us. A connection that is lost while somebody uses it tells them, and tells the process
 * too, which would end for it. A connection on which a frozen server gives no answer is given up after a while:
 * otherwise the request would wait for ever, and everybody who is handed the same connection after it.
 */
export function watchConnections(pool: Pool, patienceMilliseconds: number): void {
  pool.on("connect", (client) => {
    client.on("error", () => {});
    giveUpWhenSilent(client, patienceMilliseconds);
  });
}

function giveUpWhenSilent(client: PoolClient, milliseconds: number): void {
  const stream = client.connection.stream as Socket;
  let answered = stream.bytesWritten;
  client.on("drain", () => (answered = stream.bytesWritten));
  stream.setTimeout(milliseconds);
  stream.on("timeout", () => {
    // Silence after an answer is only rest.
    if (stream.bytesWritten > answered) stream.destroy();
  });
}
