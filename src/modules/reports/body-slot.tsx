import { isPerson } from "#platform/actor.ts";
import type { BodySlot } from "#modules/places/index.ts";
import { latestReports } from "./queries/report-list.ts";
import { ReportLines } from "./views/report-lines.tsx";

/** The newest board reports on the page of a body, as far as they are in sight. */
export const reportsSlot: BodySlot = {
  id: "reports",
  order: 26,
  async draw(context, body) {
    if (body.tier === "team") return null;
    const rows = await latestReports(context, [body.id]);
    if (rows.length === 0) return null;
    return (
      <>
        <h2>Board reports</h2>
        <ReportLines rows={rows} />
        <p>
          <a href={`/reports?body=${body.code}`}>All board reports</a>
          {isPerson(context.actor) ? (
            <>
              {" "}
              or <a href={`/reports/shown/${body.code}`}>how the board is shown its measures</a>
            </>
          ) : null}
        </p>
      </>
    );
  },
};
