import { listOf } from "#platform/list-file.ts";
import type { ReactNode } from "react";
import { dayInWords } from "#platform/moments.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { ResponsiveChart } from "#ui/chart/responsive-chart.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { outcomeLabels } from "../plan-test.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { predictions, type Predictions } from "../queries/predictions.ts";
import { frameOf, planPage, planPath } from "../views/plan-page.tsx";

/** How predictions turned out, for the team alone. */
export async function predictionsPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const plan = await planInSight(context, c.req.param("id")!);
  const record = await predictions(context, plan);
  const frame = frameOf(c, plan);
  return planPage(c, frame, {
    under: "tests",
    title: frame.words.predictions,
    list: listOf<Predictions["rows"][number]>({
      name: "predictions",
      columns: {
        change: ["Test", (row) => row.change],
        cycle: ["Cycle", (row) => row.cycle],
        studiedAt: ["Studied", (row) => row.studiedAt],
        outcome: ["Against the prediction", (row) => outcomeLabels[row.outcome]],
        address: ["Address", (row) => planPath(plan, `/tests/${row.id}`)],
      },
      rows: record.rows.toReversed(),
    }),
    children: (
      <>
        <p>
          Only this plan’s team sees this page. It is no target: a team whose predictions always come true is
          testing what it knows already.
        </p>
        {record.rows.length === 0 ? (
          <EmptyState
            heading="No test is studied yet"
            action={{ text: "See the tests", href: planPath(plan, "/tests") }}
          >
            <p>Each study says whether its prediction came true. They are counted here, month by month.</p>
          </EmptyState>
        ) : (
          <Record record={record} planId={plan.id} />
        )}
      </>
    ),
  });
}

function Record({ record, planId }: { record: Predictions; planId: string }): ReactNode {
  const predicted = record.rows.filter((row) => row.outcome !== "not-predicted");
  const cameTrue = predicted.filter((row) => row.outcome === "came-true").length;
  return (
    <>
      <p>
        <strong>
          {`${cameTrue} of ${predicted.length} ${predicted.length === 1 ? "prediction" : "predictions"} came true.`}
        </strong>
      </p>
      {record.chart ? (
        <ResponsiveChart
          id="predictions"
          analysis={record.chart}
          title="Predictions that came true, by month of study"
          unit={{ suffix: "%" }}
        />
      ) : (
        <p>A chart appears when tests have been studied in 2 months.</p>
      )}
      <Table
        caption="By month"
        firstCellIsHeader
        responsive
        head={[
          "Month",
          ...["Studied", "Came true", "Partly", "Did not"].map((text) => ({
            text,
            format: "numeric" as const,
          })),
        ]}
        rows={record.months.map((one) => [
          monthInWords(one.month),
          ...[one.studied, one.cameTrue, one.partly, one.no].map((count) => ({
            text: String(count),
            format: "numeric" as const,
          })),
        ])}
      />
      <Table
        caption="Test by test, the newest first"
        firstCellIsHeader
        responsive
        head={["Test", "Studied", "Against the prediction"]}
        rows={record.rows
          .toReversed()
          .map((row) => [
            { html: <a href={`/plans/${planId}/tests/${row.id}`}>{`Cycle ${row.cycle}: ${row.change}`}</a> },
            dayInWords(row.studiedAt),
            outcomeLabels[row.outcome],
          ])}
      />
    </>
  );
}

function monthInWords(month: string): string {
  return new Date(`${month}T12:00:00Z`).toLocaleDateString("en-GB", { month: "long", year: "numeric" });
}
