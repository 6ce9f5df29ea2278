import { pino, type Logger } from "pino";
import type { Config } from "./config.ts";

export type Log = Logger;

/** Structured lines. Nothing personal goes in: no address, name, cookie or token has a field to stand in. */
export function createLog(config: Pick<Config, "LOG_LEVEL" | "LOG_FILE">): Log {
  const options = {
    level: config.LOG_LEVEL,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: {
      paths: [
        "email",
        "password",
        "token",
        "cookie",
        "authorization",
        "*.email",
        "*.password",
        "*.token",
        "*.cookie",
      ],
      remove: true,
    },
  };
  return pino(options, pino.destination({ dest: config.LOG_FILE ?? standardOutput, ...inPieces }));
}

const standardOutput = 1;

/** Lines are written several at once: to write each by itself takes as long as to draw a page. */
const inPieces = { mkdir: true, sync: false, minLength: 4_096, periodicFlush: 200 };
