import type { Db } from "#platform/database.ts";
import { NotFound } from "#platform/problem.ts";
import { paging, type Paging } from "#platform/paging.ts";
import type { People } from "../people.ts";
import { mayReadOutbox } from "../policy.ts";
import { countMails, listMails, type MailRow } from "../store/mails.ts";

export type Outbox = { mails: MailRow[]; paging: Paging };

/** Every mail of a demonstration, newest first; there is nobody real to read it instead. */
export async function outbox(db: Db, people: People, asked: number): Promise<Outbox> {
  if (!mayReadOutbox(people)) throw new NotFound();
  const part = paging(await countMails(db), asked, 20);
  return { mails: await listMails(db, part), paging: part };
}
