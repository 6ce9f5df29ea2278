import type { ReactNode } from "react";
import type { Context } from "#platform/perform.ts";
import { longDate } from "#ui/long-date.ts";
import { Table } from "#ui/nhs/table.tsx";
import { frameworkPath, itemPath } from "./paths.ts";
import { myPromises, type MyPromises } from "./queries/my-promises.ts";
import { StandingTag } from "./views/standing-tag.tsx";

const few = 5;

/** For those who follow what the nation promised: how it stands, and what their own body answers for. */
export const yourFrameworkSection = {
  id: "your-framework",
  order: 16,
  async draw(context: Context): Promise<ReactNode | null> {
    const frameworks = await myPromises(context);
    return frameworks.length === 0 ? null : frameworks.map((one) => <Promises key={one.key} of={one} />);
  },
};

function Promises({ of: { key, title, whole, own } }: { of: MyPromises }): ReactNode {
  const at = (page: string) => frameworkPath(key, page);
  return (
    <section aria-labelledby={`framework-${key}`}>
      <h2 id={`framework-${key}`}>{title}</h2>
      <p>
        Of {whole.all} promised actions, {countAre(whole.done)} done with evidence,{" "}
        {countAre(whole["on-course"])} on course and {countAre(whole.overdue)} overdue.
      </p>
      {own.length > 0 ? <OwnTable frameworkKey={key} own={own} /> : null}
      <ul className="nhsuk-list">
        <li>
          <a href={at("progress")}>See how every promise stands</a>
        </li>
        <li>
          <a href={at("line")}>Follow the line from the nation to a ward’s test</a>
        </li>
        <li>
          <a href={at("pictures")}>See the framework’s pictures</a>
        </li>
      </ul>
    </section>
  );
}

const countAre = (count: number) => (count === 1 ? "1 is" : `${count} are`);

function OwnTable({ frameworkKey, own }: { frameworkKey: string; own: MyPromises["own"] }): ReactNode {
  const shown = own.slice(0, few);
  const all = own.length > few ? `, the first ${few} of ${own.length}` : "";
  return (
    <Table
      responsive
      firstCellIsHeader
      caption={{ text: `What your organisation has yet to do${all}`, size: "s" }}
      head={["Promise", "Due", "How it stands"]}
      rows={shown.map((one) => [
        { html: <a href={itemPath(frameworkKey, one.key)}>{one.title}</a> },
        longDate(one.due),
        { html: <StandingTag standing={one.standing} /> },
      ])}
    />
  );
}
