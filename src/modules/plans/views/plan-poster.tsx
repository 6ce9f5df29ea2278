import type { ReactNode } from "react";
import { isoDayInWords } from "#platform/moments.ts";
import { QrCode } from "#ui/qr-code.tsx";
import { stageSentence, testsSentence } from "../exports/plan-facts.ts";
import { shortened } from "../exports/paper.ts";
import { rampsOf, shownMeasures, type PlanRecord } from "../exports/plan-record.ts";
import type { PlanTest } from "../plan-test.ts";
import { planWords } from "../plan-words.ts";
import { roleWords } from "../team-roles.ts";
import { FittedTree, fitTree, SheetAim, SheetChart, SheetLessons, SheetPart } from "./plan-sheet.tsx";
import { RampPicture } from "./ramp-picture.tsx";

/** A plan on one sheet of A3 on its side, to hang on the wall of the ward it is about. */
export function PlanPoster({ record, href }: { record: PlanRecord; href: string }): ReactNode {
  const { plan, nodes } = record;
  const words = planWords(plan.kind, false);
  const isDrawn = nodes.length > 1;
  const layout = fitTree(record, 2);
  // A picture that is far wider than high leaves the height to what was tried and learned.
  const isShort = !isDrawn || layout.width > 2.6 * layout.height;
  const charts = shownMeasures(record).slice(0, 2);
  return (
    <article className="tl-wall-sheet tl-wall-sheet--a3">
      <header className="tl-wall-sheet__head">
        <div>
          <p className="tl-wall-sheet__place">{plan.bodies.map(({ name }) => name).join(", ")}</p>
          <h1>{plan.title}</h1>
        </div>
        <p className="tl-wall-sheet__stage">{stageSentence(record)}</p>
      </header>
      <SheetAim record={record} />
      <div className={`tl-wall-sheet__wall ${isShort ? "tl-wall-sheet__wall--short" : ""}`.trim()}>
        <SheetPart heading={words.diagram} className="tl-wall-sheet__diagram">
          {isDrawn ? <FittedTree record={record} layout={layout} /> : <p>Nothing is drawn yet.</p>}
        </SheetPart>
        <SheetPart heading="What the numbers show" className="tl-wall-sheet__numbers">
          {charts.length === 0 ? <p>There are no numbers to show yet.</p> : null}
          {charts.map((measure) => (
            <SheetChart
              key={measure.id}
              measure={measure}
              width={640}
              plotHeight={charts.length === 1 ? 420 : 190}
            />
          ))}
        </SheetPart>
        <SheetPart
          heading={words.tests === "Tests" ? "What we tried" : words.tests}
          className="tl-wall-sheet__tried"
        >
          <p>{testsSentence(record)}</p>
          <Ramps record={record} />
        </SheetPart>
        <SheetPart heading="What we learned" className="tl-wall-sheet__learned">
          <SheetLessons record={record} most={4} />
        </SheetPart>
        <SheetPart heading="Who we are" className="tl-wall-sheet__who">
          <Team record={record} href={href} />
        </SheetPart>
      </div>
      <div className="tl-wall-sheet__foot">
        <span>{href}</span>
        <span>Throughline, {isoDayInWords(record.today)}</span>
      </div>
    </article>
  );
}

/** The ramps that went furthest. */
function Ramps({ record }: { record: PlanRecord }): ReactNode {
  const longest = rampsOf(record)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 2);
  return (
    <div className="tl-wall-sheet__ramps">
      {longest.map((ramp) => (
        <Ramp key={ramp[0]!.rampId} ramp={ramp.slice(-7)} today={record.today} />
      ))}
    </div>
  );
}

function Ramp({ ramp, today }: { ramp: readonly PlanTest[]; today: string }): ReactNode {
  const { rampId, node, change } = ramp[0]!;
  return (
    <div>
      <h3>{shortened(node ?? change, 90)}</h3>
      <RampPicture id={`ramp-${rampId}`} ramp={ramp} today={today} />
    </div>
  );
}

const mostNames = 10;

function Team({ record: { team, plan }, href }: { record: PlanRecord; href: string }): ReactNode {
  const now = team.filter(({ until }) => until === null);
  const more = now.length - mostNames;
  return (
    <>
      <ul className="tl-wall-sheet__team">
        {now.slice(0, mostNames).map(({ name, role }) => (
          <li key={`${name} ${role}`}>
            {name}
            {role === "member" ? "" : `, ${roleWords[role].label.toLowerCase()}`}
          </li>
        ))}
        {more > 0 ? <li>and {more.toLocaleString("en-GB")} more</li> : null}
      </ul>
      <QrCode href={href} title={plan.title} linkText="Follow how it goes on" size={90} />
    </>
  );
}
