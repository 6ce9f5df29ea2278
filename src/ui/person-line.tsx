import type { ReactNode } from "react";

export type PersonLineProps = {
  readonly name: string;
  readonly href?: string;
  /** What the person does, such as "Ward sister". */
  readonly job?: ReactNode;
  /** Where, such as "Alder ward, Marshfield Trust". */
  readonly place?: ReactNode;
  /** How to reach them, or what may be done. */
  readonly children?: ReactNode;
};

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => /^\p{L}\p{M}*/u.exec(word ?? "")?.[0].toUpperCase()).join("");
}

export function PersonLine({ name, href, job, place, children }: PersonLineProps): ReactNode {
  return (
    <div className="tl-person">
      <span className="tl-person__initials" aria-hidden="true">
        {initials(name)}
      </span>
      <div className="tl-person__text">
        <strong className="tl-person__name">{href ? <a href={href}>{name}</a> : name}</strong>
        {(job || place) && (
          <span className="tl-person__role">
            {job}
            {job && place && ", "}
            {place}
          </span>
        )}
        {children}
      </div>
    </div>
  );
}
