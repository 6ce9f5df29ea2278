import type { ReactNode } from "react";
import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { latestReports } from "./queries/report-list.ts";
import { ReportLines } from "./views/report-lines.tsx";

/** For those who sit on a board, or write for one: what it was told last. */
export const yourReportsSection = {
  id: "your-reports",
  order: 18,
  async draw(context: Context): Promise<ReactNode | null> {
    if (!isPerson(context.actor)) return null;
    const boards = context.actor.roles.filter(
      (held) => held.role === "board-member" || held.role === "analyst",
    );
    const rows = await latestReports(
      context,
      boards.map((held) => held.bodyId),
    );
    if (rows.length === 0) return null;
    return (
      <>
        <h2>Your board’s reports</h2>
        <ReportLines rows={rows} />
      </>
    );
  },
};
