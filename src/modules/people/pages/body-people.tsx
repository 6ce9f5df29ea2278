import { listOf, type Columns } from "#platform/list-file.ts";
import { askedPage } from "#web/take-away.tsx";
import type { ReactNode } from "react";
import { findBodyByCode, type BodySummary } from "#modules/places/index.ts";
import { Button } from "#ui/nhs/button.tsx";
import { SearchInput } from "#ui/nhs/search-input.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { bodyPeople, type BodyPeople } from "../queries/body-people.ts";
import { isRole, roleLabels } from "../role-words.ts";
import { PageLinks } from "#ui/page-links.tsx";
import { doneWord } from "#web/done-word.ts";

const done = {
  joined: "You have joined.",
  invited: "The invitation is on its way.",
  ended: "That role is ended.",
  changed: "The role is changed.",
};

const columns: Columns<BodyPeople["members"][number]> = {
  name: ["Name", (member) => member.name],
  role: ["Role here", (member) => roleWords(member.roles)],
  jobTitle: ["Job title", (member) => member.jobTitle],
  address: ["Address", (member) => `/people/${member.userId}`],
};

export async function theBody(c: Request): Promise<BodySummary> {
  return findBodyByCode(contextOf(c), c.req.param("code") ?? "");
}

export async function bodyPeoplePage(c: Request): Promise<Response> {
  const body = await theBody(c);
  const search = (c.req.query("q") ?? "").trim().slice(0, 100);
  const people = await bodyPeople(contextOf(c), body, { search, page: askedPage(c) });
  const { paging } = people;
  return renderPage(c, {
    title: "People",
    section: body.name,
    part: { page: paging.page, of: paging.pages },
    breadcrumbs: [
      { text: "Organisations", href: "/bodies" },
      { text: body.name, href: `/bodies/${body.code}` },
    ],
    success: doneWord(c, done),
    list: listOf({
      name: `people-${body.code.toLowerCase()}`,
      columns,
      rows: people.members,
      total: paging.total,
    }),
    children: (
      <>
        <span className="nhsuk-caption-xl">{body.name}</span>
        <h1>People</h1>
        <Actions body={body} can={people.can} />
        <search>
          <form action={`/bodies/${body.code}/people`} method="get">
            <SearchInput
              id="q"
              name="q"
              label={{ text: "Find somebody by name" }}
              value={search}
              width={20}
            />
          </form>
        </search>
        <Members body={body} people={people} search={search} />
        <PageLinks paging={paging} href={(page) => `/bodies/${body.code}/people?${query(search, page)}`} />
      </>
    ),
  });
}

function query(search: string, page: number): string {
  return new URLSearchParams({ ...(search && { q: search }), page: String(page) }).toString();
}

function Actions({ body, can }: { body: BodySummary; can: BodyPeople["can"] }): ReactNode {
  const here = `/bodies/${body.code}`;
  return (
    <div className="nhsuk-button-group">
      {can.invite ? <Button href={`${here}/people/invite`} text="Invite somebody" /> : null}
      {can.manage ? <a href={`${here}/people/invitations`}>Open invitations</a> : null}
      {can.signOn ? <a href={`${here}/sign-on`}>Sign-on of this organisation</a> : null}
      {can.leave ? <a href={`${here}/people/leave`}>Leave</a> : null}
    </div>
  );
}

function Members({
  body,
  people,
  search,
}: {
  body: BodySummary;
  people: BodyPeople;
  search: string;
}): ReactNode {
  const { members, paging, can } = people;
  if (members.length === 0) {
    return (
      <p>
        {search
          ? `Nobody here is called "${search}".`
          : "Nobody belongs here yet. The first invitation makes a start."}
      </p>
    );
  }
  const count = paging.total === 1 ? "1 person" : `${paging.total.toLocaleString("en-GB")} people`;
  return (
    <Table
      caption={search ? `${count} called "${search}"` : count}
      responsive
      firstCellIsHeader
      head={["Name", "Role here", "Job title", ...(can.manage ? ["Action"] : [])]}
      rows={members.map((member) => {
        const row = [
          { html: <a href={`/people/${member.userId}`}>{member.name}</a> },
          roleWords(member.roles),
          member.jobTitle || "Not shown",
        ];
        return can.manage ? row.concat({ html: <ChangeLink body={body} member={member} /> }) : row;
      })}
    />
  );
}

export function roleWords(roles: readonly string[]): string {
  return roles
    .filter(isRole)
    .map((role) => roleLabels[role])
    .join(", ");
}

function ChangeLink({
  body,
  member,
}: {
  body: BodySummary;
  member: { userId: string; name: string };
}): ReactNode {
  return (
    <a href={`/bodies/${body.code}/people/${member.userId}`}>
      Change<span className="nhsuk-u-visually-hidden"> the role of {member.name}</span>
    </a>
  );
}
