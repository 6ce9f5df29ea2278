/** Whether to wait for a load balancer to look away. At a terminal there is none. */
export type Stop = { drain: boolean };

export class ToldToStop extends Error {}

export type Signals = {
  stop: Promise<Stop>;
  /** Ends a start that was told to stop while a step of it was under way. */
  check(): void;
};

/** Within this a second signal is the first one again: npm passes on what the terminal has sent already. */
const echoMilliseconds = 1_000;

/** The first signal asks for an orderly end; one more, after a moment, for an end at once. */
export function listenToSignals(): Signals {
  const { promise, resolve } = Promise.withResolvers<Stop>();
  let heardAt: number | undefined;
  const hear = (signal: NodeJS.Signals): void => {
    if (heardAt !== undefined && performance.now() - heardAt > echoMilliseconds) process.exit(1);
    heardAt ??= performance.now();
    resolve({ drain: signal === "SIGTERM" });
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, hear);
  return {
    stop: promise,
    check() {
      if (heardAt !== undefined) throw new ToldToStop();
    },
  };
}
