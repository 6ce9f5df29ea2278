import { Timeline } from "../timeline.tsx";
import { longText, longTitle, many } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const timelineSpecimens = specimensOf("Timeline", {
  default: () => (
    <Timeline
      headingLevel={2}
      events={[
        {
          title: "Second test: two nurses",
          when: "8 April 2026",
          dateTime: "2026-04-08",
          by: "Asha Bello",
          children: <p>It took 4 minutes, as expected.</p>,
        },
        { title: "First test: one nurse", when: "1 April 2026", dateTime: "2026-04-01" },
      ]}
    />
  ),
  "long text": () => (
    <Timeline
      headingLevel={2}
      events={[
        {
          title: longTitle,
          when: "1 April 2026 at 2:15pm",
          dateTime: "2026-04-01T14:15",
          children: <p>{longText}</p>,
        },
      ]}
    />
  ),
  "many events": () => (
    <Timeline
      headingLevel={2}
      events={many(15, (n) => ({
        title: `Change ${n}`,
        when: `${n} April 2026`,
        dateTime: `2026-04-${String(n).padStart(2, "0")}`,
      }))}
    />
  ),
});
