/** What can be wrong with a request, thrown in the middle and translated once at each edge. */
export type FieldProblem = { field: string; message: string };

export class Problem extends Error {}

/** Not there, or not in this actor's sight: the two look the same from outside. */
export class NotFound extends Problem {
  constructor(message = "There is nothing here that you can see.") {
    super(message);
  }
}

export class Forbidden extends Problem {
  /** Said where there is more to say than that. */
  readonly why: string | undefined;
  readonly wayOn: string | undefined;
  constructor(why?: string, wayOn?: string) {
    super(why ?? "You cannot do this.");
    this.why = why;
    this.wayOn = wayOn;
  }
}

/** A person must prove who they are again, or with a second factor, before this. */
export class StepUpNeeded extends Problem {}

export class Invalid extends Problem {
  readonly problems: FieldProblem[];
  constructor(problems: FieldProblem[]) {
    super(problems.map((problem) => problem.message).join(" "));
    this.problems = problems;
  }
}

/** Somebody else changed the same thing first. Both texts travel with it, so that neither is lost. */
export class Conflict extends Problem {
  readonly fields: ConflictField[];
  readonly version: number;
  constructor(fields: ConflictField[], version: number) {
    super("Somebody else changed this while you were writing.");
    this.fields = fields;
    this.version = version;
  }
}

export type ConflictField = { name: string; label: string; yours: string; theirs: string };

export class TooMany extends Problem {
  readonly retryAfterSeconds: number;
  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
