import { randomBytes } from "node:crypto";

export type TokenScope = "read" | "write";

/** A program's key as its owner sees it afterwards: never the key itself. */
export type TokenSeen = {
  id: string;
  name: string;
  scope: TokenScope;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  series: readonly { id: string; name: string }[];
};

/** Said once, when it is made. The beginning tells people and scanners what it is. */
export function newToken(): string {
  return `tl_${randomBytes(32).toString("base64url")}`;
}
