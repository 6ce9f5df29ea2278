import type { Request } from "../env.ts";
import { prosePage, Reviewed } from "./prose-page.tsx";

export function accessibilityPage(c: Request): Response {
  const { CONTACT_EMAIL } = c.get("services").config;
  return prosePage(
    c,
    "Accessibility statement",
    <>
      <p>
        This statement covers the Throughline service at this address. We want as many people as possible to
        be able to use it. You should be able to:
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>do everything with a keyboard alone, or with speech software</li>
        <li>enlarge any page to 400% without text running off the screen</li>
        <li>read every page with a screen reader, charts and diagrams included</li>
        <li>use every page with scripts switched off</li>
        <li>print any page in black and white</li>
      </ul>
      <h2>How accessible the service is</h2>
      <p>
        The service is built to meet the Web Content Accessibility Guidelines version 2.2 at level AA. Every
        page is checked by machine at 3 widths of screen, and with the keyboard alone, each time the service
        changes.
      </p>
      <p>
        An independent audit by people has not been done yet. Until it has, we do not claim full compliance,
        and there may be faults that no machine finds.
      </p>
      <h2>If you find a fault, or need another format</h2>
      <p>
        Email <a href={`mailto:${CONTACT_EMAIL}`}>{CONTACT_EMAIL}</a>. Say which page it was and what you use.
        We answer within 5 working days.
      </p>
      <h2>If our answer does not help</h2>
      <p>
        The Equality and Human Rights Commission enforces the accessibility regulations for public bodies. You
        can contact the Equality Advisory and Support Service.
      </p>
      <h2>How we test</h2>
      <p>
        We run axe-core on every page and in each of its states, walk through the main tasks with the keyboard
        alone and with scripts off, and look at pages at 320 pixels wide, at 400% zoom and on paper.
      </p>
      <Reviewed on="2026-11-20" />
    </>,
  );
}
