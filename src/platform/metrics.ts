import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { keptThings, type Keeping } from "./keeping.ts";

export type Metrics = ReturnType<typeof createMetrics>;

/** When archive and backup last worked and last did not, in seconds since 1970; nothing for what never was. */
export function measureKeeping({ registry }: Metrics, keeping: Keeping): void {
  registry.registerMetric(momentOf(keeping, "success", "lastSuccess"));
  registry.registerMetric(momentOf(keeping, "failure", "lastFailure"));
}

function momentOf(keeping: Keeping, name: string, which: "lastSuccess" | "lastFailure"): Gauge {
  return new Gauge({
    name: `throughline_last_${name}_timestamp_seconds`,
    help: `Time of the last ${name} of what keeps the data safe`,
    labelNames: ["what"] as const,
    registers: [],
    collect() {
      for (const what of keptThings) {
        const at = keeping.outcome(what)[which];
        if (at) this.set({ what }, +at / 1000);
      }
    },
  });
}

export function createMetrics() {
  const registry = new Registry();
  const requests = new Histogram({
    name: "throughline_request_seconds",
    help: "Time to answer a request, by route and status",
    labelNames: ["method", "route", "status"] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const statements = new Counter({
    name: "throughline_statements_total",
    help: "SQL statements sent to the database",
    registers: [registry],
  });
  const refusals = new Counter({
    name: "throughline_refusals_total",
    help: "Requests refused, by reason",
    labelNames: ["reason"] as const,
    registers: [registry],
  });
  const streams = new Gauge({
    name: "throughline_live_streams",
    help: "Pages that are told of changes as they happen",
    registers: [registry],
  });
  return {
    registry,
    streams,
    requests,
    statements,
    refusals,
    collectProcess: () => collectDefaultMetrics({ register: registry }),
  };
}
