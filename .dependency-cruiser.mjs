/**
 * The law of the house: which way the arrows point. Each rule's comment says what to do instead.
 * tests/architecture/laws.test.ts plants a violation of each and expects it to be caught.
 */
const module = "^src/modules/([^/]+)/";
const tests = "\\.test\\.tsx?$|^tests/|\\.bench\\.ts$";
/** Places where SQL may stand: the platform, stores, and the loading of demonstration data. */
const sqlRooms = "^src/platform/|^src/modules/[^/]+/store(\\.ts$|/)|^src/demonstration/|^src/operator/|^db/|^scripts/|^tests/|\\.test\\.tsx?$";
const middle = "^src/modules/[^/]+/(commands|queries)/|^src/modules/[^/]+/policy\\.ts$|^src/modules/[^/]+/store(\\.ts$|/)";

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circular",
      comment: "Two files that need each other are one thing or three: move what both need into a third file below them.",
      severity: "error",
      from: {},
      to: { circular: true, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "spc-stands-alone",
      comment: "packages/spc is published by itself: pass what it needs as an argument, or put the code where it is used.",
      severity: "error",
      from: { path: "^packages/spc/src/", pathNot: "\\.test\\.ts$" },
      to: { pathNot: "^packages/spc/src/" },
    },
    {
      name: "modules-by-the-front-door",
      comment: "Import another module from its index.ts; if what you need is not there, put it there.",
      severity: "error",
      from: { path: module, pathNot: tests },
      to: { path: module, pathNot: ["^src/modules/$1/", "^src/modules/[^/]+/index\\.ts$"] },
    },
    {
      name: "the-hall-uses-the-front-door",
      comment: "Outside a module only its index.ts is to be imported.",
      severity: "error",
      from: { pathNot: `${module}|${tests}` },
      to: { path: module, pathNot: ["^src/modules/[^/]+/index\\.ts$", "^src/modules/people/password\\.ts$"] },
    },
    ...moduleOrder({
      playground: [],
      places: [],
      people: ["places"],
      measures: ["places", "people"],
      plans: ["places", "people", "measures"],
      framework: ["places", "people", "measures", "plans"],
      reports: ["places", "people", "measures", "plans"],
    }),
    {
      name: "sql-lives-in-stores",
      comment: "Only the platform and stores speak SQL: put the statement into the module's store and call that.",
      severity: "error",
      from: { path: "^src/", pathNot: sqlRooms },
      to: { path: "node_modules/(kysely|pg|pg-copy-streams)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "stores-are-called-by-commands-and-queries",
      comment: "A page or an API handler asks a query or gives a command; only those, policies' authorisation behind them, reach the store.",
      severity: "error",
      from: { path: "^src/modules/[^/]+/(pages|views|api|routes)", pathNot: tests },
      to: { path: "^src/modules/[^/]+/store(\\.ts$|/)" },
    },
    {
      name: "the-middle-knows-no-http",
      comment: "Commands, queries, policies and stores serve pages, API and jobs alike: return data, and let the edge speak HTTP and HTML.",
      severity: "error",
      from: { path: middle, pathNot: tests },
      // How figures and periods are read and said is the same in the middle as in a browser, and is no picture.
      to: { path: "node_modules/(hono|@hono|react|react-dom)/|^src/web/|^src/ui/(?!figures/)" },
    },
    {
      name: "views-do-no-io",
      comment: "A view gets props and gives markup: ask in the page's query and hand the answer down.",
      severity: "error",
      from: { path: "^src/modules/[^/]+/views/", pathNot: tests },
      to: { path: "^src/modules/[^/]+/(store|queries|commands)|^src/platform/(database|jobs|mail)|^(fs|net|http|child_process)(/|$)" , dependencyTypesNot: ["type-only"] },
    },
    {
      name: "ui-knows-no-module",
      comment: "What is in ui serves every module: take what you need as props.",
      severity: "error",
      from: { path: "^src/ui/", pathNot: tests },
      to: { path: "^src/(modules|web|operator|demonstration)/|^src/platform/(?!problem\\.ts|paging\\.ts)" },
    },
    {
      name: "platform-knows-no-module",
      comment: "The platform is the ground: what needs a module belongs in that module.",
      severity: "error",
      from: { path: "^src/platform/", pathNot: tests },
      to: { path: "^src/(modules|web|ui|operator|demonstration)/" },
    },
    {
      name: "web-knows-no-module",
      comment: "The front hall serves every module: let src/app.ts hand it what it needs.",
      severity: "error",
      from: { path: "^src/web/", pathNot: tests },
      to: { path: "^src/(modules|operator|demonstration)/" },
    },
    {
      name: "nothing-imports-a-page",
      comment: "Only routes.ts imports pages; what two pages share is a view, a query or a thing.",
      severity: "error",
      from: { pathNot: `[/-]routes\\.ts$|${tests}|/pages/` },
      to: { path: "/pages/" , pathNot: "/pages/routes\\.ts$" },
    },
    {
      name: "only-islands-reach-the-browser",
      comment: "What the browser gets imports only ui's pure files, packages/spc and other browser files: nothing of the server.",
      severity: "error",
      from: { path: "^src/(islands|web/assets)/", pathNot: tests },
      to: { path: "^src/(modules|platform|operator|demonstration)/|^src/web/(?!assets/)|^(fs|net|http|path|crypto|child_process|os)(/|$)|node_modules/(pg|kysely|hono)/" },
    },
    {
      name: "nothing-unresolved",
      comment: "This import leads nowhere: mend the path or install the package.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  required: [
    {
      name: "commands-and-queries-authorise",
      comment: "Every command and query asks its module's policy.ts who may do this; add the predicate there and call it.",
      severity: "error",
      module: { path: "^src/modules/([^/]+)/(commands|queries)/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^src/modules/$1/policy\\.ts$" },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^dist/|\\.scss$" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"], extensions: [".ts", ".tsx", ".mjs", ".js"] },
  },
};

/** Which module may know which, from the ground up; a new module adds one entry. */
function moduleOrder(order) {
  return Object.entries(order).map(([name, knows]) => ({
    name: `${name}-knows-only-what-is-below`,
    comment: `The module ${name} may import ${knows.length ? knows.join(" and ") : "no other module"}. If it must react to another, let that one queue an event and listen in jobs.ts; if the order itself is wrong, write a decision.`,
    severity: "error",
    from: { path: `^src/modules/${name}/`, pathNot: "\\.test\\.tsx?$" },
    to: { path: "^src/modules/", pathNot: [`^src/modules/${name}/`, ...knows.map((known) => `^src/modules/${known}/`)] },
  }));
}
