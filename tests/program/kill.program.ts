import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../setup/running-program.ts";
import { killLoop, type KillReport, type Victim } from "./kill-loop.ts";

/** 20 kills each in the gate; npm run proof sets 100. */
const rounds = Number(process.env["KILL_ROUNDS"] ?? 20);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(() => folder.remove());

const nothingWrong: Partial<KillReport> = { lost: [], withoutAudit: 0, auditWithoutDeed: 0, auditFaults: 0 };

test.each<Victim>(["program", "database"])(
  `killed ${rounds} times under write load, the %s comes back by itself and nothing acknowledged is lost`,
  async (victim) => {
    const report = await killLoop({ victim, rounds, writers: 8, dataDir: `${folder.path}/${victim}` });
    console.log(
      `${victim}: ${rounds} kills, ${report.acknowledged} acknowledged, ${report.lost.length} lost, slowest back in ${report.slowestRecoveryMilliseconds} ms`,
    );
    expect(report.acknowledged).toBeGreaterThan(rounds * 5);
    expect(report).toMatchObject(nothingWrong);
    expect(report.slowestRecoveryMilliseconds).toBeLessThan(5_000);
  },
  rounds * 15_000,
);
