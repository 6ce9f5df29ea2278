/** The operating system's or PostgreSQL's short name for what went wrong. */
export const codeOf = (error: unknown): unknown =>
  error instanceof Error && "code" in error ? error.code : undefined;

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What a program that failed said about it. */
export const stderrOf = (error: unknown): string =>
  error instanceof Error && "stderr" in error ? String(error.stderr) : "";
