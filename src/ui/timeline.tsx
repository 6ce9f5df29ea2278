import type { ReactNode } from "react";
import { each, type Item } from "./nhs/each.tsx";

export type TimelineEvent = {
  readonly title: ReactNode;
  /** As people read it, such as "1 April 2026 at 2:15pm". */
  readonly when: string;
  /** As machines read it, such as "2026-04-01T14:15". */
  readonly dateTime: string;
  readonly by?: ReactNode;
  readonly children?: ReactNode;
};

export type TimelineProps = {
  readonly events: readonly Item<TimelineEvent>[];
  readonly headingLevel?: 2 | 3 | 4;
};

/** What happened, the newest first unless the page says otherwise. */
export function Timeline({ events, headingLevel = 3 }: TimelineProps): ReactNode {
  const Heading = `h${headingLevel}` as const;
  return (
    <ol className="tl-timeline">
      {each(events, ({ title, when, dateTime, by, children }) => (
        <li className="tl-timeline__event">
          <Heading className="tl-timeline__title">{title}</Heading>
          <p className="tl-timeline__when">
            <time dateTime={dateTime}>{when}</time>
            {by && <> by {by}</>}
          </p>
          {children}
        </li>
      ))}
    </ol>
  );
}
