import type { ReactNode } from "react";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import { QrCode } from "#ui/qr-code.tsx";
import { inWords } from "#platform/moments.ts";

type Printed = {
  link: string;
  closed: string | undefined;
  email: string | null;
  usesLeft: number;
  expiresAt: Date;
  inviterName: string;
};

type SheetProps = {
  invitation: Printed;
  /** What somebody is invited as. */
  as: { key: string; value: string };
  /** What follows when they have pressed "Join". */
  then: string;
};

/** A sheet for the wall: the code, how to use it, and what it gives. */
export function InvitationSheet({ invitation, as, then }: SheetProps): ReactNode {
  const { link, closed, email, usesLeft, expiresAt, inviterName } = invitation;
  return (
    <>
      {closed ? (
        <p>This invitation cannot be used. {closed}</p>
      ) : (
        <div className="tl-sheet">
          <QrCode href={link} title="Or type this address" size={280} />
          <ol className="tl-sheet__steps">
            <li>Point the camera of your phone at the code.</li>
            <li>Sign in, or open a free account.</li>
            <li>Press “Join”. {then}</li>
          </ol>
        </div>
      )}
      <SummaryList
        rows={[
          as,
          { key: "For", value: email ?? `${usesLeft} more people` },
          { key: "Works until", value: inWords(expiresAt) },
          { key: "Made by", value: inviterName },
        ]}
      />
    </>
  );
}
