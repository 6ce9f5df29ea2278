import type { Request } from "../env.ts";
import { prosePage, Reviewed } from "./prose-page.tsx";

export function termsPage(c: Request): Response {
  return prosePage(
    c,
    "Terms of use",
    <>
      <p>By using this service you agree to these few things.</p>
      <h2>What we ask of you</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>Write nothing by which a patient could be known.</li>
        <li>Share only what you may share, and say where it comes from.</li>
        <li>Write of others as you would in front of them.</li>
        <li>Keep your password to yourself, and tell us if you think that somebody else has it.</li>
        <li>Do not use what a team measures in order to improve as a means to judge that team.</li>
      </ul>
      <h2>What you can expect of us</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          What you write stays yours. You can take it out at any time, in formats that other programs read.
        </li>
        <li>No part of the service is held back for those who pay.</li>
        <li>We keep a record of every change, and we do not alter it.</li>
      </ul>
      <h2>The program</h2>
      <p>
        Throughline is open source under the MIT licence. Whoever runs this server is responsible for what is
        on it.
      </p>
      <Reviewed on="2026-11-20" />
    </>,
  );
}
