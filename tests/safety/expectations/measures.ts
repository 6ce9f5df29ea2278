import {
  everyone,
  inSightOnly,
  nothings,
  people,
  seriesOf,
  type Cell,
  type Fields,
  type Granted,
  type Row,
} from "../expect.ts";
import type { Persona } from "../setup/nation.ts";
import { seriesSeers, teamOf, type WorkRelation } from "../setup/works.ts";

const inA: readonly Persona[] = ["memberA", "leadA", "coachA", "patientA", "adminA", "adminAWeak"];

type Standing = Record<WorkRelation, readonly Persona[]>;

/** Nothing is added to or changed of what was closed. */
const keepers: Standing = { ...teamOf, "in-network": [] };
/** Its team, and whoever collects it. */
const recorders: Standing = { ...keepers, "in-team": [...teamOf["in-team"], "leadA"] };

type SeriesRow = { granted: Granted; send?: (cell: Cell) => Fields; query?: () => string };

/** A page about a series. Whoever does not see it is told that it is not there. */
function ofSeries(route: string, { granted, ...how }: SeriesRow): Row {
  return { route, about: "series", ...how, ...inSightOnly(granted, seriesSeers) };
}

const reading: readonly Row[] = [
  { route: "GET /measures", about: "nothing", granted: { page: everyone } },
  { route: "GET /bodies/:code/measures", about: "body", granted: { page: everyone } },
  { ...ofSeries("GET /series/:id", { granted: { page: seriesSeers } }), nobody: "hidden" },
];

/** What a visitor may not see is to a visitor not there. */
const open = (row: Row): Row => ({ ...row, nobody: "hidden" });

const taking: readonly Row[] = [
  open(ofSeries("GET /series/:id/history", { granted: { page: seriesSeers } })),
  // No change was made yet, so there is no picture of one.
  open({
    ...ofSeries("GET /series/:id/history/:number/:which", { granted: { hidden: everyone } }),
    params: (cell) => ({ id: seriesOf(cell).id, number: "1", which: "after" }),
  }),
  open({
    ...ofSeries("GET /series/:id/files/:file", { granted: { page: seriesSeers } }),
    params: (cell) => ({ id: seriesOf(cell).id, file: "numbers.csv" }),
  }),
  {
    route: "GET /embedded/:token",
    about: "nothing",
    params: () => ({ token: `${nothings.unknown}.nonsense.svg` }),
    granted: { hidden: everyone },
  },
];

/** A definition that memberA has put into the catalogue, made anew for each who asks. */
const shared: Pick<Row, "about" | "given"> & { params: Row["params"] } = {
  about: "nothing",
  params: () => ({ id: sharedId }),
  async given({ nation }, house) {
    const { people: who, bodies } = nation;
    await house.db
      .insertInto("definitions")
      .values({
        id: sharedId,
        body_id: bodies.own.id,
        shared: true,
        owner_id: who.memberA.id,
        created_at: house.clock.now,
      })
      .execute();
    await house.db
      .insertInto("definition_versions")
      .values({
        definition_id: sharedId,
        version: 1,
        name: "Waits over 4 hours",
        kind: "outcome",
        form: "proportion",
        numerator: "waits over 4 hours",
        denominator: "waits",
        multiplier: 100,
        better: "lower",
        frequency: "month",
        purpose: "judgement",
        authority: "the standard contract",
        written_at: house.clock.now,
      })
      .execute();
  },
};

const sharedId = "5ade0000-0000-4000-8000-000000000001";

/** Whoever wrote it, and who leads or administers the body that keeps it. */
const ownersOfA: readonly Persona[] = ["memberA", "leadA", "adminA", "adminAWeak"];

const words: Fields = {
  name: "Waits over 4 hours",
  kind: "outcome",
  numerator: "waits over 4 hours",
  denominator: "waits",
  multiplier: "100",
  better: "lower",
  frequency: "month",
  authority: "the standard contract",
  reason: "Said more plainly",
  _version: "1",
};

const catalogue: readonly Row[] = [
  { route: "GET /measures/:id", ...shared, granted: { page: everyone } },
  { route: "GET /measures/:id/compare", ...shared, granted: { page: everyone } },
  { route: "GET /measures/:id/places", ...shared, granted: { page: everyone } },
  { route: "GET /measures/:id/funnel", ...shared, granted: { page: everyone } },
  { route: "GET /measures/:id/start", ...shared, granted: { page: people } },
  {
    route: "POST /measures/:id/start",
    ...shared,
    send: ({ nation }) => ({ place: nation.bodies.own.code, visibility: "team", version: "1" }),
    granted: { done: inA, problem: people.filter((persona) => !inA.includes(persona)) },
  },
  { route: "GET /measures/:id/change", ...shared, granted: { page: ownersOfA } },
  { route: "POST /measures/:id/change", ...shared, send: () => words, granted: { done: ownersOfA } },
  { route: "GET /measures/:id/retire", ...shared, granted: { page: ownersOfA } },
  {
    route: "POST /measures/:id/retire",
    ...shared,
    send: () => ({ reason: "Nobody reads it" }),
    granted: { done: ownersOfA },
  },
];

const defining: readonly Row[] = [
  ofSeries("GET /series/:id/definition", { granted: { page: keepers } }),
  ofSeries("POST /series/:id/definition/share", { granted: { done: keepers } }),
  // What was made from no other has nothing to take up.
  ofSeries("GET /series/:id/definition/take-up", { granted: { hidden: keepers } }),
  ofSeries("POST /series/:id/definition/take-up", { granted: { problem: keepers } }),
  {
    ...ofSeries("GET /series/:id/definition/:section", { granted: { page: keepers } }),
    params: (cell) => ({ id: seriesOf(cell).id, section: "work" }),
  },
  {
    ...ofSeries("POST /series/:id/definition/:section", {
      granted: { done: keepers },
      send: () => ({
        collector: "The clerk",
        source: "",
        minutesPerPoint: "3",
        reason: "Who counts now",
        _version: "1",
      }),
    }),
    params: (cell) => ({ id: seriesOf(cell).id, section: "work" }),
  },
];

const splitting: readonly Row[] = [
  open(ofSeries("GET /series/:id/parts", { granted: { page: seriesSeers } })),
  open(ofSeries("GET /series/:id/pareto", { granted: { page: seriesSeers } })),
  ofSeries("GET /series/:id/parts/new", { granted: { page: keepers } }),
  ofSeries("POST /series/:id/parts/new", { send: () => ({ split: "Nights" }), granted: { done: keepers } }),
];

/** Without a key nobody is anybody to a call that writes; a measure itself is read by whoever sees it. */
const programs: readonly Row[] = [
  { route: "GET /measures/api", about: "nothing", granted: { page: everyone } },
  { route: "GET /api/v1/series", about: "nothing", granted: { "sign-in": everyone } },
  open(ofSeries("GET /api/v1/series/:id", { granted: { page: seriesSeers } })),
  ofSeries("PUT /api/v1/series/:id/points", {
    granted: { "sign-in": everyone },
    send: () => ({ points: "[]" }),
  }),
  { route: "GET /me/tokens", about: "nothing", granted: { page: people } },
  {
    route: "POST /me/tokens",
    about: "nothing",
    send: ({ nation }) => ({
      name: "The incident system",
      scope: "write",
      series: nation.series["in-organisation"].id,
      days: "30",
    }),
    granted: {
      page: ["memberA", "coachA", "patientA"],
      problem: people.filter((persona) => !teamOf["in-organisation"].includes(persona)),
    },
  },
  {
    route: "POST /me/tokens/:id/end",
    about: "nothing",
    params: () => ({ id: nothings.unknown }),
    granted: { hidden: people },
  },
];

const feed: Pick<Row, "about" | "given"> & { params: Row["params"] } = {
  about: "nothing",
  params: () => ({ id: feedId, load: nothings.unknown }),
  async given({ nation }, house) {
    const { id: group_id } = await house.db
      .insertInto("groups")
      .defaultValues()
      .returning("id")
      .executeTakeFirstOrThrow();
    await house.db
      .insertInto("feeds")
      .values({
        id: feedId,
        name: "Emergency care",
        group_id,
        created_by: nation.people.platform.id,
        created_at: house.clock.now,
        layout: JSON.stringify({
          period: "period",
          code: "code",
          measure: "measure",
          value: "value",
          numerator: "",
          denominator: "",
        }),
      })
      .execute();
  },
};

const feedId = "feed0000-0000-4000-8000-000000000001".replace("feed", "fee0");

/** A published file touches every organisation of the nation. */
const feeds: readonly Row[] = [
  { route: "GET /measures/feeds", about: "nothing", granted: { page: ["platform"] } },
  {
    route: "POST /measures/feeds",
    about: "nothing",
    send: () => ({ name: "Waits", period: "period", code: "code", measure: "measure", value: "value" }),
    granted: { done: ["platform"] },
  },
  { route: "GET /measures/feeds/:id", ...feed, granted: { page: ["platform"] } },
  {
    route: "POST /measures/feeds/:id",
    ...feed,
    send: () => ({
      file: new File(["period,code,measure,value\n2026-01,X1,Waits,3\n"], "waits.csv", { type: "text/csv" }),
    }),
    granted: { done: ["platform"] },
  },
  { route: "GET /measures/feeds/:id/loads/:load", ...feed, granted: { hidden: ["platform"] } },
  { route: "POST /measures/feeds/:id/loads/:load", ...feed, granted: { hidden: ["platform"] } },
  { route: "POST /measures/feeds/:id/loads/:load/mapping", ...feed, granted: { hidden: ["platform"] } },
];

const because = "The booking system changed";

/** The first sending shows the effect and does nothing; the second, which confirms, does it. */
const changing: readonly Row[] = [
  ...["chart", "phase", "baseline", "exclude", "target", "axis"].map((what): Row => ({
    ...ofSeries("GET /series/:id/change/:what", { granted: { page: keepers } }),
    params: (cell) => ({ id: seriesOf(cell).id, what }),
  })),
  {
    ...ofSeries("POST /series/:id/change/:what", {
      granted: { done: keepers },
      send: () => ({
        _confirmed: "yes",
        _version: "1",
        chart: "run",
        rules: "anhoej",
        screen: "out",
        reason: because,
      }),
    }),
    params: (cell) => ({ id: seriesOf(cell).id, what: "chart" }),
  },
  ofSeries("GET /series/:id/notes", { granted: { page: keepers } }),
  ofSeries("POST /series/:id/notes", {
    send: ({ nation }) => ({ ...nation.today("on"), label: "The ward moved" }),
    granted: { done: keepers },
  }),
  {
    ...ofSeries("POST /series/:id/notes/:note/remove", { granted: { hidden: keepers } }),
    params: (cell) => ({ id: seriesOf(cell).id, note: nothings.unknown }),
  },
  ofSeries("GET /series/:id/close", { granted: { page: keepers } }),
  ofSeries("POST /series/:id/close", { granted: { done: teamOf } }),
  ofSeries("POST /series/:id/reopen", { granted: { done: teamOf } }),
];

const sharing: readonly Row[] = [
  ofSeries("GET /series/:id/sharing", { granted: { page: keepers } }),
  ofSeries("POST /series/:id/sharing", {
    send: () => ({ _version: "1", visibility: "signed-in" }),
    granted: { done: keepers },
  }),
  ofSeries("POST /series/:id/give", {
    send: ({ nation }) => ({ body: nation.bodies.parent.code }),
    granted: { done: keepers },
  }),
  {
    ...ofSeries("POST /series/:id/take-back/:body", { granted: { hidden: keepers } }),
    params: (cell) => ({ id: seriesOf(cell).id, body: cell.nation.bodies.parent.id }),
  },
  ofSeries("GET /series/:id/embed", { granted: { page: keepers } }),
  ofSeries("POST /series/:id/embed", { send: () => ({ place: "The intranet" }), granted: { done: keepers } }),
  {
    ...ofSeries("POST /series/:id/embed/:embed/stop", { granted: { hidden: keepers } }),
    params: (cell) => ({ id: seriesOf(cell).id, embed: nothings.unknown }),
  },
];

const starting: readonly Row[] = [
  { route: "GET /measures/new", about: "nothing", granted: { page: people } },
  {
    route: "POST /measures/new",
    about: "nothing",
    send: () => ({ name: "Falls", form: "count" }),
    granted: { done: people },
  },
  {
    route: "GET /measures/new/details",
    about: "nothing",
    query: () => "?name=Falls&form=rate",
    granted: { page: people },
  },
  {
    route: "POST /measures/new/details",
    about: "nothing",
    send: ({ nation }) => ({
      name: "Falls",
      form: "count",
      place: nation.bodies.own.code,
      better: "lower",
      frequency: "month",
      visibility: "team",
    }),
    granted: { done: inA, problem: people.filter((persona) => !inA.includes(persona)) },
  },
];

const numbers: readonly Row[] = [
  ofSeries("GET /series/:id/add", { granted: { page: recorders } }),
  ofSeries("POST /series/:id/add", {
    send: ({ nation }) => ({ ...nation.today("on"), first: "3", state: "number", note: "", reason: "" }),
    granted: { done: recorders },
  }),
];

const sheets: readonly Row[] = [
  ofSeries("GET /series/:id/poster", { granted: { page: recorders } }),
  ofSeries("GET /series/:id/tally", { granted: { page: recorders } }),
  ofSeries("GET /series/:id/numbers", { granted: { page: recorders } }),
  ofSeries("POST /series/:id/numbers", {
    send: () => ({ "first-2026-01-01": "3" }),
    granted: { done: recorders },
  }),
  ofSeries("GET /series/:id/upload", { granted: { page: recorders } }),
  ofSeries("POST /series/:id/upload", {
    send: () => ({ file: new File(["Month,Falls\nJan-26,3"], "falls.csv", { type: "text/csv" }) }),
    granted: { done: recorders },
  }),
];

/** A file is its uploader's, and here nobody has one. */
const uploads: readonly Row[] = ["GET /series/:id/upload/:upload", "POST /series/:id/upload/:upload"].map(
  (route) => ({
    ...ofSeries(route, { granted: { hidden: recorders } }),
    params: () => ({ upload: "00000000-0000-4000-8000-000000000000" }),
  }),
);

const collector: readonly Row[] = [
  { route: "GET /me/numbers", about: "nothing", granted: { page: people } },
  ofSeries("GET /series/:id/collector", { granted: { page: keepers } }),
  ofSeries("POST /series/:id/collector", {
    send: () => ({ collector: "", _version: "1" }),
    granted: { done: keepers },
  }),
  // Only who collects it is reminded of it.
  ofSeries("POST /series/:id/reminders", { granted: { done: { "in-team": ["leadA"] } } }),
  // The link of a mail is its own permission.
  ...["GET /reminders/:word", "POST /reminders/:word"].map((route): Row => ({
    route,
    about: "nothing",
    params: () => ({ word: "no-word-of-ours" }),
    granted: {},
    otherwise: { all: "hidden" },
    nobody: "hidden",
  })),
];

/** An address on a wall: its door is walked with its own tests, because only its series says who may use it. */
const keypad: readonly Row[] = ["GET /m/:token", "POST /m/:token"].map((route) => ({
  route,
  about: "nothing",
  params: () => ({ token: "2222" }),
  granted: {},
  otherwise: { all: "hidden" },
}));

export const measures: readonly Row[] = [
  ...reading,
  ...taking,
  ...starting,
  ...numbers,
  ...sheets,
  ...uploads,
  ...collector,
  ...keypad,
  ...changing,
  ...sharing,
  ...catalogue,
  ...defining,
  ...splitting,
  ...programs,
  ...feeds,
];
