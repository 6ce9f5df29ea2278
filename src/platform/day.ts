/** The day that a moment falls on here: in England, whatever the machine's own time zone. */
export function dayOf(at: Date): string {
  return at.toLocaleDateString("en-CA", { timeZone: "Europe/London" });
}
