import { Problem } from "../problem.ts";

/** Why the program cannot use its database, in one sentence for the person who started it. */
export class ClusterProblem extends Problem {}
