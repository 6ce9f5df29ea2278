import { version as statistics } from "@throughline/spc";
import {
  guessSection,
  reportDigest,
  reportText,
  type FrozenItem,
  type ReportItem,
} from "#modules/reports/index.ts";
import { copyRows, type Columns } from "../copy-rows.ts";
import { counted } from "../counted.ts";
import { idFrom } from "../dice.ts";
import type { Nation } from "../nation.ts";
import type { Part } from "../part.ts";
import type { Person } from "../people/person.ts";
import { workOut } from "../work-out.ts";
import { boardGroups, boardSeries, boardsTrust as trustCode } from "./board-measures.ts";
import { addDays, addMonths, at } from "./days.ts";
import type { SeriesRow } from "./series-rows.ts";

type Report = {
  id: string;
  nation: Nation;
  title: string;
  period: string;
  introduction: string;
  patientStory: string;
  learningStory: string;
  minutesMet: number;
  minutesOnImprovement: number;
  asOf: string;
  previousId: string | undefined;
  writer: Person;
  items: Item[];
};

type Item = { report: string; id: string; series: SeriesRow; item: ReportItem; source: FrozenItem };

const stories = [
  {
    patient:
      "“Nobody told me when I would go home, so my daughter took three days off work and on the third I was still there. On the fourth they asked me what I needed at home. If they had asked on the first I could have told them.”",
    learning:
      "Sensor mats on 2 wards rang so often that nobody ran any more. They were taken out after 5 weeks. Rounds at night, which cost nothing, are being tried in their place.",
  },
  {
    patient:
      "“The nurse drew my family on a sheet of paper and asked who else should be told. That was the first time that anybody thought of my brothers.”",
    learning:
      "The form for sepsis that we copied from elsewhere was filled in after the dose, from memory. A form is not a change; a sealed box by the trolley was.",
  },
] as const;

const promises: Record<string, { what: string; kept: "yes" | "partly" | "no"; note: string }> = {
  "four-hours": {
    what: "Redesign how the assessment unit takes people in the evening",
    kept: "partly",
    note: "It opens at 4pm now; staff for the weekend are still to be found",
  },
  "board-falls": { what: "Take the rounds at night to 6 more wards", kept: "yes", note: "All 6 have begun" },
  "board-trained": {
    what: "Train 2 people on every ward by the summer",
    kept: "yes",
    note: "Both from different professions",
  },
  "board-sickness": {
    what: "Ask the 5 wards with most absence what would help",
    kept: "no",
    note: "It was put off twice",
  },
  "cancer-62": {
    what: "Agree one pathway for the first 2 weeks with the practices",
    kept: "partly",
    note: "Lung and bowel are agreed",
  },
};

const reportColumns: Columns<Report> = {
  id: ({ id }) => id,
  body_id: ({ nation }) => nation.body(trustCode).id,
  title: ({ title }) => title,
  period: ({ period }) => period,
  introduction: ({ introduction }) => introduction,
  patient_story: ({ patientStory }) => patientStory,
  learning_story: ({ learningStory }) => learningStory,
  minutes_met: ({ minutesMet }) => minutesMet,
  minutes_on_improvement: ({ minutesOnImprovement }) => minutesOnImprovement,
  audience: () => "organisation",
  visibility: () => "organisation",
  previous_id: ({ previousId }) => previousId,
  as_of: ({ asOf }) => at(asOf, 9),
  frozen_at: ({ asOf }) => at(asOf, 9),
  frozen_by: ({ writer }) => writer.id,
  digest: (report) => `\\x${reportDigest(textOf(report)).toString("hex")}`,
  version: () => 2,
  created_by: ({ writer }) => writer.id,
  created_at: ({ asOf }) => at(addDays(asOf, -6), 9),
};

const itemColumns: Columns<Item> = {
  id: ({ id }) => id,
  report_id: ({ report }) => report,
  series_id: ({ series }) => series.id,
  section: ({ item }) => item.section,
  position: ({ item }) => item.position,
  words: ({ item }) => item.words,
  commitment: ({ item }) => item.commitment,
  committed_by: ({ item }) => item.committedBy?.id,
  due_on: ({ item }) => item.dueOn,
  kept: ({ item }) => item.kept,
  kept_note: ({ item }) => item.keptNote,
  frozen: ({ source }) => JSON.stringify(source),
};

/** One trust's board over a year: what it was told each quarter, what was promised and what became of it. */
export const reportsPart: Part = {
  name: "reports",
  tables: ["groups", "group_members", "reports", "report_items", "shown_measures"],
  async load(client, _scale, nation, report) {
    const reports = makeReports(nation);
    await copyRows(client, "groups", { id: ({ id }: Report) => id }, reports);
    await copyRows(client, "group_members", writerColumns, reports);
    report(counted("Board reports", await copyRows(client, "reports", reportColumns, reports)));
    await copyRows(
      client,
      "report_items",
      itemColumns,
      reports.flatMap(({ items }) => items),
    );
    await workOut(client, { table: "reports", trigger: "reports_prepare", touching: "opened_by" });
    await copyRows(client, "shown_measures", shownColumns, shown(nation));
  },
};

const writerColumns: Columns<Report> = {
  group_id: ({ id }) => id,
  user_id: ({ writer }) => writer.id,
  role: () => "lead",
  started_at: ({ asOf }) => at(addDays(asOf, -6), 9),
};

function makeReports(nation: Nation): Report[] {
  const series = boardSeries(nation, boardGroups(nation, [])).filter((one) => one.body.code === trustCode);
  const analyst = nation.personas.find((one) => one.persona === "05-analyst")!;
  const days = [-285, -195, -105, -15].map((back) => addDays(nation.today, back));
  return days.map((asOf, place): Report => {
    const id = idFrom(`report:${place}`);
    const isLast = place === days.length - 1;
    return {
      id,
      nation,
      title: "Quality and performance report",
      period: quarterBefore(asOf),
      introduction:
        "This report shows each measure over time and says what is a signal and what is chance. All numbers are invented for the demonstration.",
      patientStory: stories[place % 2]!.patient,
      learningStory: stories[place % 2]!.learning,
      minutesMet: 540,
      minutesOnImprovement: [45, 60, 50, 75][place]!,
      asOf,
      previousId: place === 0 ? undefined : idFrom(`report:${place - 1}`),
      writer: analyst,
      items: series.map((one, position) =>
        itemOf({ report: id, series: one, position, asOf, isLast, by: analyst }),
      ),
    };
  });
}

type Making = {
  report: string;
  series: SeriesRow;
  position: number;
  asOf: string;
  isLast: boolean;
  by: Person;
};

function itemOf({ report, series, position, asOf, isLast, by }: Making): Item {
  const promise = Object.entries(promises).find(
    ([key]) => series.id === idFrom(`series:${key}:${trustCode}`),
  )?.[1];
  const id = idFrom(`report-item:${report}:${position}`);
  const item: ReportItem = {
    id,
    seriesId: series.id,
    section: guessSection(series.definition.text.topic),
    position,
    words: "",
    commitment: promise?.what ?? "",
    committedBy: promise ? { id: by.id, name: by.name } : null,
    dueOn: promise ? addDays(asOf, 75) : null,
    kept: promise && !isLast ? promise.kept : null,
    keptNote: promise && !isLast ? promise.note : "",
    frozen: null,
    version: 1,
  };
  return { report, id, series, item, source: sourceOf(series, asOf) };
}

/** What was known on that day: a month's number is written down 33 days after the month began. */
function sourceOf(series: SeriesRow, asOf: string): FrozenItem {
  const known = series.points.filter((point) => addDays(point.period, 33) < asOf);
  return {
    name: series.definition.text.name,
    place: series.body.name,
    definition: series.definition.text,
    view: series.view,
    points: known as FrozenItem["points"],
    annotations: [],
    statistics,
  };
}

function textOf(report: Report): string {
  const body = report.nation.body(trustCode);
  return reportText(
    {
      ...report,
      asOf: new Date(at(report.asOf, 9)),
      body: { id: body.id, code: body.code, name: body.name },
    },
    report.items,
  );
}

/** The quarter that ended last before a day, by the financial year that begins in April. */
function quarterBefore(day: string): string {
  const end = addMonths(day, -((Number(day.slice(5, 7)) - 1) % 3) - 1);
  const [year, month] = [Number(end.slice(0, 4)), Number(end.slice(5, 7))];
  const quarter = Math.floor(((month + 8) % 12) / 3) + 1;
  const from = month >= 4 ? year : year - 1;
  return `Quarter ${quarter} of ${from}/${String((from + 1) % 100).padStart(2, "0")}`;
}

type Shown = { nation: Nation; name: string; as: string; since: string; until: string | undefined };

const shownColumns: Columns<Shown> = {
  body_id: ({ nation }) => nation.body(trustCode).id,
  name: ({ name }) => name,
  paper: () => "Quality and performance report",
  shown_as: ({ as }) => as,
  since: ({ since }) => since,
  until: ({ until }) => until,
  written_by: ({ nation }) => nation.personas.find((one) => one.persona === "05-analyst")!.id,
  written_at: ({ since }) => at(since, 12),
};

/** How the board came from colours to charts, a few measures each quarter. */
function shown(nation: Nation): Shown[] {
  const before = addDays(nation.today, -1000);
  const names = boardSeries(nation, boardGroups(nation, []))
    .filter((one) => one.body.code === trustCode)
    .map((one) => one.definition.text.name);
  return names.flatMap((name, place): Shown[] => {
    const changed = addDays(before, 120 + place * 60);
    const first = { nation, name, as: place % 3 === 0 ? "two-points" : "colours", since: before };
    if (changed > nation.today) return [{ ...first, until: undefined }];
    return [
      { ...first, until: changed },
      { nation, name, as: "control-chart", since: changed, until: undefined },
    ];
  });
}
