import { dayInWords, isoDayInWords } from "#platform/moments.ts";
import { textBlock, type Block, type Paper } from "../exports/paper.ts";
import { stageLabels, type Stage } from "../plan.ts";
import type { ImprovementRecord } from "../queries/improvement-record.ts";
import { roleWords } from "../team-roles.ts";

/** A person's record as a paper for their appraisal. */
export function improvementPaper(record: ImprovementRecord): Paper {
  const sections = [
    { key: "work", heading: "Took part in", blocks: took(record) },
    { key: "learning", heading: "Learned from tests", blocks: learned(record) },
    { key: "reflections", heading: "Reflections", blocks: thought(record) },
  ];
  return {
    title: `Improvement work of ${record.name}`,
    lead: "For appraisal and revalidation",
    sections: sections.filter(({ blocks }) => blocks.length > 0),
    foot: `From Throughline, ${dayInWords(record.at)}.`,
  };
}

function took({ plans }: ImprovementRecord): Block[] {
  if (plans.length === 0) return [];
  const head = ["Work", "Part", "Stage", "Tests planned, studied, decided"];
  const rows = plans.map((plan) => [
    `${plan.title}, ${plan.bodyName}`,
    plan.roles
      .map(({ role, from, until }) => {
        const label = roleWords[role as keyof typeof roleWords].label;
        return `${label}, ${dayInWords(from)} to ${until ? dayInWords(until) : "today"}`;
      })
      .join("; "),
    stageLabels[plan.stage as Stage],
    `${plan.planned}, ${plan.studied}, ${plan.decided}`,
  ]);
  return [{ kind: "table", caption: "Work", head, rows }];
}

function learned({ learning }: ImprovementRecord): Block[] {
  if (learning.length === 0) return [];
  const rows = learning.map((one) => [one.change, one.learning, dayInWords(one.on)]);
  return [{ kind: "table", caption: "Learning", head: ["Test", "Learned", "When"], rows }];
}

function thought({ reflections }: ImprovementRecord): Block[] {
  return reflections.flatMap(({ on, planTitle, text }) =>
    textBlock(`${isoDayInWords(on)}${planTitle ? `, ${planTitle}` : ""}\n\n${text}`),
  );
}
