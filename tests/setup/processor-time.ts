/** What the work costs this process, in milliseconds of a processor: waiting behind other programs is not counted. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
