import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";

const last = availableParallelism() - 1;

/** Whether a process can be held to one core here; where it cannot, a figure says so in its name. */
export const canHold: boolean = last > 0 && spawnSync("taskset", ["--version"]).status === 0;

/** The servers on the first core and whoever asks on the last, so that neither takes the other's time. */
export async function onOneCore<Answer>(
  servers: readonly number[],
  work: () => Promise<Answer>,
): Promise<Answer> {
  for (const pid of servers) hold(pid, "0");
  hold(process.pid, String(last));
  try {
    return await work();
  } finally {
    for (const pid of [...servers, process.pid]) hold(pid, `0-${last}`);
  }
}

function hold(pid: number, cores: string): void {
  if (canHold) spawnSync("taskset", ["--all-tasks", "--cpu-list", "--pid", cores, String(pid)]);
}
