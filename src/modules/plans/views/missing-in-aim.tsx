import type { ReactNode } from "react";
import { InsetText } from "#ui/nhs/inset-text.tsx";
import { aimQuestions, type AimPart, type AimsMet } from "../aim-rules.ts";

/** What an aim does not say yet, and how others fared: it waits for nobody. */
export function MissingInAim({
  missing,
  met,
}: {
  missing: readonly AimPart[];
  met?: AimsMet | null;
}): ReactNode {
  if (missing.length === 0)
    return <p>This says what, how much, by when and for whom: everybody can tell when it is reached.</p>;
  return (
    <InsetText>
      <p>You can start as it is, and add what is missing when you know it:</p>
      <ul>
        {missing.map((part) => (
          <li key={part}>
            <strong>{aimQuestions[part].name}.</strong> {aimQuestions[part].missing}
          </li>
        ))}
      </ul>
      {met ? <Nudge {...met} /> : null}
    </InsetText>
  );
}

function Nudge({ ended, met }: AimsMet): ReactNode {
  const share = Math.round((100 * met) / ended);
  return (
    <p>
      {share}% of published projects met an aim with a number: {met.toLocaleString("en-GB")} of the{" "}
      {ended.toLocaleString("en-GB")} that ended last and that you can see. Without a number nobody can tell.
    </p>
  );
}
