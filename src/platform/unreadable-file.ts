import { Problem } from "./problem.ts";

/** A file that cannot be taken, with the one sentence that says why and what to do about it. */
export class UnreadableFile extends Problem {}
