import { isoDayInWords } from "#platform/moments.ts";

export type TaskText = { text: string; note: string; ownerId: string | null; dueOn: string | null };

export type Task = TaskText & {
  id: string;
  owner: string | null;
  doneAt: Date | null;
  doneBy: string | null;
  version: number;
};

const dayLength = 24 * 60 * 60 * 1000;

/** When it is due, said so that nobody needs a colour to see that it is late. */
export function dueWords({ dueOn }: Pick<Task, "dueOn">, today: string): string {
  if (dueOn === null) return "No date";
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / dayLength);
  if (days === 0) return "Due today";
  if (days === 1) return "Due tomorrow";
  if (days > 1) return `Due ${isoDayInWords(dueOn)}`;
  return `${-days === 1 ? "1 day" : `${(-days).toLocaleString("en-GB")} days`} overdue, since ${isoDayInWords(dueOn)}`;
}
