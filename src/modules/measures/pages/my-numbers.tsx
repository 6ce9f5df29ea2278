import { listOf, type Columns } from "#platform/list-file.ts";
import type { ReactNode } from "react";
import { periodWords } from "#ui/figures/period.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Button } from "#ui/nhs/button.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { columnPage } from "#web/column-page.tsx";
import { doneWord } from "#web/done-word.ts";
import { contextOf, type Request } from "#web/env.ts";
import { ownContext } from "#web/own-context.ts";
import { renderPage } from "#web/render.tsx";
import { muteAllReminders, muteReminders, reminded } from "../commands/mute-reminders.ts";
import { myNumbers, type MyNumber } from "../queries/my-numbers.ts";

function seriesLabel({ name, split }: Pick<MyNumber, "name" | "split">): string {
  return split === "" ? name : `${name}: ${split}`;
}

const done = {
  muted: "You are not reminded of it any more.",
  unmuted: "You are reminded of it again, on a Monday when its number waits.",
};

const columns: Columns<MyNumber> = {
  measure: ["Measure", (one) => seriesLabel(one)],
  place: ["Place", (one) => one.body.name],
  placeCode: ["Its code", (one) => one.body.code],
  waits: ["A number waits", (one) => one.isDue],
  period: ["Waits for", (one) => (one.isDue ? one.period : null)],
  address: ["Address", (one) => `/series/${one.id}`],
};

/** What waits for this person to be entered, each one press away. */
export async function myNumbersPage(c: Request): Promise<Response> {
  const numbers = await myNumbers(ownContext(c));
  return renderPage(c, {
    title: "Numbers to enter",
    section: "Measures",
    success: doneWord(c, done),
    list: listOf({ name: "numbers-to-enter", columns, rows: numbers }),
    breadcrumbs: [
      { text: "Home", href: "/" },
      { text: "Measures", href: "/measures" },
    ],
    children: (
      <>
        <h1>Numbers to enter</h1>
        {numbers.length > 0 ? <Numbers numbers={numbers} /> : <NothingToCollect />}
      </>
    ),
  });
}

function Numbers({ numbers }: { numbers: readonly MyNumber[] }): ReactNode {
  const waiting = numbers.filter(({ isDue }) => isDue).length;
  return (
    <>
      <p>
        {waiting === 0
          ? "Nothing waits. These are the measures that you are named to collect."
          : `${waiting} of the measures that you are named to collect ${waiting === 1 ? "waits" : "wait"} for a number.`}
      </p>
      <Table
        caption="Measures that you collect"
        responsive
        firstCellIsHeader
        head={["Measure", "Place", "Waits for", "Enter", "Reminders"]}
        rows={numbers.map((one) => [
          { html: <a href={`/series/${one.id}`}>{seriesLabel(one)}</a> },
          { html: <a href={`/bodies/${one.body.code}`}>{one.body.name}</a> },
          one.isDue ? periodWords(one.period, one.frequency) : "Nothing",
          { html: <a href={one.keypadPath}>Enter a number</a> },
          { html: <Reminders one={one} /> },
        ])}
      />
      <p className="tl-quiet">
        When a number waits you get one mail on a Monday, whatever the number of measures. Nobody else is
        told.
      </p>
    </>
  );
}

function Reminders({ one }: { one: MyNumber }): ReactNode {
  return (
    <PostButton
      action={`/series/${one.id}/reminders`}
      text={one.isMuted ? "Turn on" : "Mute"}
      about={`reminders of ${seriesLabel(one)}`}
      variant="secondary"
      small
      fields={{ muted: one.isMuted ? "no" : "yes" }}
    />
  );
}

function NothingToCollect(): ReactNode {
  return (
    <EmptyState
      heading="You are not named to collect anything"
      action={{ text: "See measures", href: "/measures" }}
    >
      <p>Whoever keeps a measure can name the one person who collects its numbers. Then it stands here.</p>
    </EmptyState>
  );
}

export async function remindersForm(c: Request): Promise<Response> {
  const isMuted = c.get("form")?.get("muted") !== "no";
  await muteReminders(ownContext(c), c.req.param("id") ?? "", isMuted);
  return c.redirect(`/me/numbers?done=${isMuted ? "muted" : "unmuted"}`, 303);
}

/** From a mail: nothing changes by opening the link, because programs open links too. */
export function stopRemindersPage(c: Request): Response {
  const word = c.req.param("word") ?? "";
  reminded(c.get("services").secret, word);
  const isDone = c.req.query("done") === "muted";
  return columnPage(c, {
    title: isDone ? "You get no more reminders" : "Stop the reminders",
    section: "Measures",
    children: isDone ? (
      <p>
        You can turn them on again for each measure under <a href="/me/numbers">Numbers to enter</a>.
      </p>
    ) : (
      <>
        <p>You get one on a Monday when a number waits that you are named to collect.</p>
        <form action={`/reminders/${word}`} method="post">
          <Button text="Send me none" preventDoubleClick />
        </form>
      </>
    ),
  });
}

export async function stopRemindersForm(c: Request): Promise<Response> {
  const word = c.req.param("word") ?? "";
  await muteAllReminders(contextOf(c), c.get("services").secret, word);
  return c.redirect(`/reminders/${word}?done=muted`, 303);
}
