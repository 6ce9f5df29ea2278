import { z } from "zod";

const yesNo = z
  .enum(["yes", "no", "true", "false", "1", "0"], "DEMONSTRATION must be yes or no")
  .transform((text) => text === "yes" || text === "true" || text === "1");

const port = (name: string) =>
  z
    .string()
    .regex(/^\d+$/, `${name} must be a whole number`)
    .transform(Number)
    .refine((number) => number <= 65_535, `${name} must be 65535 or less`);

const whole = (name: string, least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `${name} must be a whole number`)
    .transform(Number)
    .refine((number) => number >= least && number <= most, `${name} must be from ${least} to ${most}`);

/** Every setting there is. docs/settings.md is checked against this list. */
const settings = z.object({
  NODE_ENV: z
    .enum(["production", "development", "test"], "NODE_ENV must be production, development or test")
    .default("production"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: port("PORT").optional(),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: "BASE_URL must be an http or https address" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  DATA_DIR: z.string().min(1).default("data"),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "DATABASE_URL must be a postgres:// address" })
    .optional(),
  DATABASE_OWNER_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "DATABASE_OWNER_URL must be a postgres:// address" })
    .optional(),
  DATABASE_POOL: whole("DATABASE_POOL", 2, 200).default(12),
  ARCHIVE_DIR: z.string().min(1).optional(),
  BACKUP_KEY_FILE: z.string().min(1).optional(),
  BACKUPS_KEPT: whole("BACKUPS_KEPT", 1, 400).default(7),
  DEMONSTRATION: yesNo.optional(),
  PROCESS: z.enum(["all", "web", "worker"], "PROCESS must be all, web or worker").default("all"),
  METRICS_PORT: port("METRICS_PORT").optional(),
  METRICS_HOST: z.string().min(1).default("127.0.0.1"),
  LOG_LEVEL: z
    .enum(
      ["debug", "info", "warn", "error", "silent"],
      "LOG_LEVEL must be debug, info, warn, error or silent",
    )
    .default("info"),
  LOG_FILE: z.string().min(1).optional(),
  SECRET: z.string().min(32, "SECRET must be at least 32 characters").optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, hostname: /./, error: "SMTP_URL must be an smtp:// or smtps:// address" })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(\S+@\S+|[^<>]*<\S+@\S+>)$/, "MAIL_FROM must be an email address, or a name and <an address>")
    .default("Throughline <no-reply@localhost>"),
  TRUSTED_PROXIES: whole("TRUSTED_PROXIES", 0, 5).default(0),
  STATEMENT_TIMEOUT_MS: whole("STATEMENT_TIMEOUT_MS", 100, 600_000).default(5000),
  DRAIN_SECONDS: whole("DRAIN_SECONDS", 0, 60).default(5),
  SMALL_NUMBER: whole("SMALL_NUMBER", 0, 100).default(5),
  SMALL_NUMBER_ROUNDING: whole("SMALL_NUMBER_ROUNDING", 1, 100).default(1),
  CONTACT_EMAIL: z.email("CONTACT_EMAIL must be an email address").default("help@throughline.example"),
});

export type Config = Omit<z.output<typeof settings>, "PORT" | "BASE_URL" | "DEMONSTRATION"> & {
  PORT: number;
  /** Where else to listen when PORT is taken: nowhere, if somebody asked for it. */
  otherPorts: readonly number[];
  BASE_URL: string;
  DEMONSTRATION: boolean;
};

const usualPort = 3000;
const otherPorts = Array.from({ length: 20 }, (_, index) => usualPort + 1 + index);

export class BadSetting extends Error {}

export const settingNames: readonly string[] = Object.keys(settings.shape);

export function parseConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    settingNames.map((name) => [name, environment[name] === "" ? undefined : environment[name]]),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) throw new BadSetting(sentence(parsed.error.issues[0]!));
  const config = parsed.data;
  refuseTogether(config);
  const place = { HOST: config.HOST, PORT: config.PORT ?? usualPort };
  return {
    ...config,
    ...place,
    otherPorts: config.PORT === undefined ? otherPorts : [],
    BASE_URL: config.BASE_URL ?? ownAddress(place),
    // A database that somebody brought is somebody's: no open doors in it unless they ask.
    DEMONSTRATION: config.DEMONSTRATION ?? config.DATABASE_URL === undefined,
  };
}

/** Settings that are each right, and together mean something that nobody can have meant. */
function refuseTogether(config: z.output<typeof settings>): void {
  if (config.ARCHIVE_DIR && config.DATABASE_URL)
    throw new BadSetting(
      "ARCHIVE_DIR is for the database that the program brings: with DATABASE_URL leave it out, and archive with that PostgreSQL's own tools.",
    );
  if (config.BACKUP_KEY_FILE && config.DATABASE_URL)
    throw new BadSetting(
      "BACKUP_KEY_FILE is for backups of the database that the program brings: with DATABASE_URL leave it out.",
    );
  if (config.DATABASE_OWNER_URL && !config.DATABASE_URL)
    throw new BadSetting("DATABASE_OWNER_URL goes with DATABASE_URL, which is not set.");
}

/** The same settings at another port. The address that people type goes along, unless it was given. */
export function atPort(config: Config, PORT: number): Config {
  const moved = { ...config, PORT };
  return config.BASE_URL === ownAddress(config) ? { ...moved, BASE_URL: ownAddress(moved) } : moved;
}

function ownAddress({ HOST, PORT }: Pick<Config, "HOST" | "PORT">): string {
  return `http://${addressHost(HOST)}:${PORT}`;
}

function addressHost(host: string): string {
  if (host === "0.0.0.0" || host === "::" || host === "127.0.0.1") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

function sentence(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0]);
  const message = issue.message.startsWith(name) ? issue.message : `${name}: ${issue.message}`;
  return message.endsWith(".") ? message : `${message}.`;
}
