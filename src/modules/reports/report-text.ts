import { createHash } from "node:crypto";
import { canonicalJson } from "#platform/canonical-json.ts";
import type { FrozenItem, ReportItem, ReportSeen } from "./report.ts";

type Texts = Pick<
  ReportSeen,
  | "id"
  | "title"
  | "period"
  | "introduction"
  | "patientStory"
  | "learningStory"
  | "minutesMet"
  | "minutesOnImprovement"
  | "body"
  | "asOf"
>;
type Said = { item: ReportItem; source: FrozenItem };

/**
 * All that a report says and is drawn from, in one spelling. What becomes of its promises comes later and is no
 * part of it. Where the measures stand is their order here, so that two writers of the same report agree.
 */
export function reportText(report: Texts, items: readonly Said[]): string {
  const {
    id,
    title,
    period,
    introduction,
    patientStory,
    learningStory,
    body,
    asOf,
    minutesMet,
    minutesOnImprovement,
  } = report;
  return canonicalJson({
    format: "throughline-board-report-1",
    id,
    title,
    period,
    introduction,
    patientStory,
    learningStory,
    // Not there in what was frozen before it could be said.
    ...(minutesMet !== null && { minutesMet, minutesOnImprovement }),
    body: { code: body.code, name: body.name },
    asOf: asOf.toISOString(),
    measures: items
      .toSorted((one, other) => one.item.position - other.item.position)
      .map(({ item, source }) => ({
        series: item.seriesId,
        section: item.section,
        words: item.words,
        commitment: item.commitment,
        committedBy: item.committedBy?.name ?? null,
        dueOn: item.dueOn,
        source,
      })),
  });
}

export function reportDigest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
