import { contextOf, type Request } from "#web/env.ts";
import { columnPage } from "#web/column-page.tsx";
import { planLine } from "../queries/plan-line.ts";
import { MovedList } from "../views/moved-list.tsx";
import { WayUp } from "../views/way-up.tsx";

/** From the work up to the national aim, at a glance. */
export async function planLinePage(c: Request): Promise<Response> {
  const { plan, way, frameworks, moved } = await planLine(contextOf(c), c.req.param("id")!);
  return columnPage(c, {
    title: "Line of sight",
    section: plan.title.slice(0, 80),
    look: "framework",
    caption: plan.title,
    backLink: { text: "Back to the plan", href: `/plans/${plan.id}` },
    children:
      way.length === 0 ? (
        <p>
          This work serves nothing above it, as far as you can see. It does not have to: what a team chose for
          itself is as good.
        </p>
      ) : (
        <>
          <WayUp way={way} frameworks={frameworks} />
          {moved.length > 0 ? (
            <>
              <h2 className="nhsuk-heading-m">What moved there since it was aligned</h2>
              <MovedList moved={moved} />
            </>
          ) : null}
        </>
      ),
  });
}
