import type { ReactNode } from "react";
import { longDate } from "#ui/long-date.ts";
import { InsetText } from "#ui/nhs/inset-text.tsx";
import { SummaryList, type SummaryListRow } from "#ui/nhs/summary-list.tsx";
import { Lines } from "./lines.tsx";
import { bodyTextLabels, type Body, type NamedBody } from "../body.ts";

/** What the body is for, and beside it what it is not for, in its own words. */
export function BodyPurpose({ body: { purpose, notFor, closedOn } }: { body: Body }): ReactNode {
  const sides = [
    { title: bodyTextLabels.purpose, said: purpose, kind: "for" },
    { title: bodyTextLabels.notFor, said: notFor, kind: "not-for" },
  ].filter(({ said }) => said !== "");
  if (purpose === "" && closedOn === null && notFor === "")
    return <p>Nobody has written yet what this organisation is for.</p>;
  if (sides.length === 0) return null;
  return (
    <div className="tl-purpose">
      {sides.map(({ title, said, kind }) => (
        <section key={kind} className={`tl-purpose__side tl-purpose__side--${kind}`}>
          <h2 className="nhsuk-heading-s">{title}</h2>
          <p>
            <Lines>{said.split("\n")}</Lines>
          </p>
        </section>
      ))}
    </div>
  );
}

/** Where it is, whom to ask, and to whom it answers: only what somebody has said. */
export function BodyAbout({ body }: { body: Body }): ReactNode {
  const rows = [
    text("Field of care", body.topic ?? ""),
    text("Where", [body.address, body.town, body.postcode].filter((part) => part !== "").join("\n")),
    contact(body),
    text(bodyTextLabels.fundedBy, body.fundedBy),
    text(bodyTextLabels.accountableTo, body.accountableTo),
    text("Opened", body.openedOn === null ? "" : longDate(body.openedOn)),
    text("Closed", body.closedOn === null ? "" : longDate(body.closedOn)),
    text("Code", body.code),
  ];
  return <SummaryList rows={rows} />;
}

function text(label: string, said: string): SummaryListRow | null {
  return said === "" ? null : { key: { text: label }, value: { html: <Lines>{said.split("\n")}</Lines> } };
}

function contact(body: Body): SummaryListRow | null {
  const { contactName, contactEmail, contactPhone, website } = body;
  if ([contactName, contactEmail, contactPhone, website].every((said) => said === "")) return null;
  const html = (
    <Lines>
      {contactName || null}
      {contactEmail ? <a href={`mailto:${contactEmail}`}>{contactEmail}</a> : null}
      {contactPhone ? <a href={`tel:${contactPhone.replaceAll(/[^\d+]/g, "")}`}>{contactPhone}</a> : null}
      {website ? (
        <a href={website} rel="noreferrer">
          {website}
        </a>
      ) : null}
    </Lines>
  );
  return { key: { text: bodyTextLabels.contactName }, value: { html } };
}

/** Said first on the page of a body that is no more. */
export function ClosedNotice({ body }: { body: Body }): ReactNode {
  if (body.closedOn === null) return null;
  return (
    <InsetText>
      {body.successor ? (
        <p>
          This organisation became <BodyLink body={body.successor} /> on {longDate(body.closedOn)}
          {body.heir ? (
            <>
              , which is now part of <BodyLink body={body.heir} />
            </>
          ) : null}
          .
        </p>
      ) : (
        <p>This organisation closed on {longDate(body.closedOn)}.</p>
      )}
    </InsetText>
  );
}

export function BodyLink({ body }: { body: NamedBody }): ReactNode {
  return <a href={`/bodies/${body.code}`}>{body.name}</a>;
}
