import type { ReactNode } from "react";

export type MarkProps = {
  /** Says what the mark stands for; without it the mark is decoration. */
  readonly title?: string;
  readonly size?: number;
};

/** One line through three points: the nation, the place, the ward. */
export function Mark({ title, size = 40 }: MarkProps): ReactNode {
  return (
    <svg
      className="tl-mark"
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 48 48"
      width={size}
      height={size}
      focusable="false"
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : "true"}
    >
      <g fill="none" stroke="currentColor">
        <path d="M4 13h4.5M18.3 13.7C28.5 16 17.5 35 34.5 35H44" strokeWidth="3" strokeLinecap="round" />
        <circle cx="13.5" cy="13" r="4.75" strokeWidth="3.5" />
      </g>
      <circle cx="24" cy="24" r="4.75" fill="currentColor" />
      <circle cx="34.5" cy="35" r="3.5" fill="currentColor" />
    </svg>
  );
}
