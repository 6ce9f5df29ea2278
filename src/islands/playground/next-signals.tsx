import type { NextSignal } from "@throughline/spc";
import type { ReactNode } from "react";
import { labelWords, rhythmOfLabels } from "#ui/chart/calendar.ts";
import { figureSayer, numberWords } from "#ui/chart/number-words.ts";
import type { Drawn } from "./study.ts";

/** What would be a signal next, and where a new level may have begun. */
export function NextSignals({
  drawn,
  say = figureSayer(drawn.analysis.points),
}: {
  drawn: Pick<Drawn, "takes" | "steps" | "analysis">;
  say?: (value: number) => string;
}): ReactNode {
  const { takes, steps, analysis } = drawn;
  const up = takes.next.filter((next) => next.direction === "high");
  const down = takes.next.filter((next) => next.direction === "low");
  const isEmpty = takes.next.length + takes.closed.length + steps.steps.length === 0;
  if (isEmpty) return null;
  const rhythm = rhythmOfLabels(analysis.points.map((point) => point.x));
  const better = analysis.improvement;
  return (
    <section aria-labelledby="next">
      <h2 id="next" className="nhsuk-heading-m">
        What would be a signal next
      </h2>
      <Ways
        words={better === "increase" ? "Improvement" : better === "decrease" ? "Concern" : "Upwards"}
        next={up}
        none={takes.closed.includes("high") ? noneBeyond("above", takes.possible.high, say) : ""}
      />
      <Ways
        words={better === "decrease" ? "Improvement" : better === "increase" ? "Concern" : "Downwards"}
        next={down}
        none={takes.closed.includes("low") ? noneBeyond("below", takes.possible.low, say) : ""}
      />
      {steps.steps.length > 0 ? (
        <>
          <h3 className="nhsuk-heading-s">Where a new phase may start</h3>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {steps.steps.map((step) => (
              <li key={step.at}>
                {`${labelWords(step.x, rhythm)}: from about ${say(step.before)} to about ${say(step.after)}.`}
              </li>
            ))}
          </ul>
          <p>
            {`Pure chance proposes at least 1 step in ${numberWords(steps.falseAlarm * 100, 0)}% of charts. Start a phase only if you know what changed at that time.`}
          </p>
        </>
      ) : null}
    </section>
  );
}

/** Said where nothing is left to ask for, because no value can lie there. */
function noneBeyond(word: "above" | "below", end: number | null, say: (value: number) => string): string {
  return end === null ? "" : `No value to come could be a signal, since none can be ${word} ${say(end)}.`;
}

function Ways({
  words,
  next,
  none,
}: {
  words: string;
  next: readonly NextSignal[];
  none: string;
}): ReactNode {
  const said = [...new Set(next.map((each) => each.words))];
  if (said.length === 0 && none === "") return null;
  return (
    <p>
      <strong>{words}:</strong> {said.length === 0 ? none : `${said.join("; or ")}.`}
    </p>
  );
}
