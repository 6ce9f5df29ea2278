import type pg from "pg";
import { KeptStatements } from "#platform/kept-statements.ts";

type Answer = { rows: unknown[]; rowCount: number | null; command: string };

/**
 * One connection that looks like a pool, inside one transaction that never commits. What the program takes for
 * a transaction is a savepoint in it, so that a whole request, with all its transactions, can be looked at and
 * then undone. Nothing is left for the next one to find.
 */
export class UndoablePool {
  readonly #client: pg.PoolClient;
  #queue: Promise<unknown> = Promise.resolve();
  #savepoints = 0;
  #attempting = false;
  #begun = false;
  /** As the program's own pool does: to plan a statement anew takes longer than to run it. */
  readonly #kept = new KeptStatements();

  readonly #onStatement: (statement: Asked) => void;

  constructor(client: pg.PoolClient, onStatement: (statement: Asked) => void = () => {}) {
    this.#client = client;
    this.#onStatement = onStatement;
  }

  async attempt<R>(work: () => Promise<R>): Promise<R> {
    return (await this.attemptAnd("select", work)).result;
  }

  /** What was done, and what this question finds of it before all is undone. */
  async attemptAnd<R>(question: string, work: () => Promise<R>): Promise<{ result: R; rows: unknown[] }> {
    if (!this.#begun) await this.#inTurn(() => this.#client.query("begin"));
    this.#attempting = true;
    try {
      const result = await work();
      return { result, rows: await this.#undo(question) };
    } catch (error) {
      await this.#undo("select");
      throw error;
    } finally {
      this.#attempting = false;
    }
  }

  /** Most often another attempt follows, and so its beginning goes with the end of this one. */
  async #undo(question: string): Promise<unknown[]> {
    const answers = (await this.#inTurn(() =>
      this.#client.query(`${question}; rollback; begin`),
    )) as unknown as Answer[];
    this.#begun = true;
    return answers[0]!.rows;
  }

  async connect(): Promise<{
    query(sql: string, values?: readonly unknown[]): Promise<Answer>;
    release(): void;
  }> {
    const own = new Connection(this.#run.bind(this), () => `s${(this.#savepoints += 1)}`);
    return {
      // Between two attempts this is an ordinary connection: that is when the world is built.
      query: (sql, values) =>
        this.#attempting ? own.query(sql, values) : this.#between({ sql, values, counts: true }),
      release: () => {},
    };
  }

  /** What a pool's own query is: a connection for one statement. */
  async query(sql: string, values?: readonly unknown[]): Promise<Answer> {
    return (await this.connect()).query(sql, values);
  }

  async end(): Promise<void> {}

  async #between(statement: Statement): Promise<Answer> {
    const left = this.#begun;
    this.#begun = false;
    return this.#run(left ? [{ sql: "rollback" }, statement] : [statement]);
  }

  #run(statements: readonly Statement[]): Promise<Answer> {
    return this.#inTurn(async () => {
      let answer: Answer | undefined;
      for (const { sql, values, counts } of statements) {
        if (counts && this.#attempting) this.#onStatement({ sql, values });
        const name = this.#kept.nameOf(sql);
        const given: Answer = await this.#client.query({ name, text: sql, values: values as unknown[] });
        if (counts) answer = given;
      }
      return answer ?? { rows: [], rowCount: 0, command: "" };
    });
  }

  #inTurn<R>(work: () => Promise<R>): Promise<R> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => {});
    return turn;
  }
}

/** A statement of the program's own. */
export type Asked = { sql: string; values?: readonly unknown[] | undefined };
type Statement = Asked & { counts?: boolean };

class Connection {
  readonly #run: (statements: readonly Statement[]) => Promise<Answer>;
  readonly #name: () => string;
  #open: string | undefined;
  #broken = false;

  constructor(run: (statements: readonly Statement[]) => Promise<Answer>, name: () => string) {
    this.#run = run;
    this.#name = name;
  }

  async query(sql: string, values?: readonly unknown[]): Promise<Answer> {
    if (/^\s*(begin|start transaction)\b/i.test(sql)) return this.#begin();
    if (/^\s*commit\s*;?\s*$/i.test(sql)) return this.#end(this.#broken ? "ROLLBACK" : "COMMIT");
    if (/^\s*rollback\s*;?\s*$/i.test(sql)) return this.#end("ROLLBACK");
    return this.#open
      ? this.#inside({ sql, values, counts: true })
      : this.#alone({ sql, values, counts: true });
  }

  async #begin(): Promise<Answer> {
    this.#open = this.#name();
    this.#broken = false;
    return this.#run([{ sql: `savepoint ${this.#open}` }]);
  }

  async #end(command: "COMMIT" | "ROLLBACK"): Promise<Answer> {
    const name = this.#open!;
    this.#open = undefined;
    const undo = command === "ROLLBACK" ? [{ sql: `rollback to savepoint ${name}` }] : [];
    await this.#run([...undo, { sql: `release savepoint ${name}` }]);
    return { rows: [], rowCount: null, command };
  }

  async #inside(statement: Statement): Promise<Answer> {
    try {
      return await this.#run([statement]);
    } catch (error) {
      this.#broken = true;
      throw error;
    }
  }

  /**
   * A statement by itself fails by itself. Not so one that only reads: it is not worth a journey more, and when it
   * fails the request has failed. Nobody releases the savepoint of one that goes well: it ends with the attempt.
   */
  async #alone(statement: Statement): Promise<Answer> {
    if (/^\s*select\b/i.test(statement.sql)) return this.#run([statement]);
    const name = this.#name();
    try {
      return await this.#run([{ sql: `savepoint ${name}` }, statement]);
    } catch (error) {
      await this.#run([{ sql: `rollback to savepoint ${name}` }]);
      throw error;
    }
  }
}
