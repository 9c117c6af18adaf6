// A body of the directory: the drives for its endorsement, what is known of it, what stands below it, where its
// members work.
import { useState } from "react";
import { useParams } from "react-router";
import { type Schemas, useGet, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  Facts,
  Hint,
  Link,
  PageHeader,
  PagedTable,
  Panel,
  RecordPage,
  Stack,
  TwoColumns,
} from "../../ui";
import { useBodyName } from "../decisions/body_name";
import { driveTopics, useDriveColumns } from "../drives/drive_columns";
import { DriveForm } from "../drives/drive_form";
import { messages } from "./messages";
import { OrganizationForm } from "./organization_form";
import { useOrganizationColumns } from "./organizations_page";
import { place } from "./pick";
import { useWorksiteColumns } from "./worksites_page";

type Organization = Schemas["Organization"];

export function OrganizationPage() {
  const m = useMessages(messages);
  const { id = "" } = useParams();
  const found = useGet<Organization>(`/organizations/${id}`, { topics: ["organization"] });
  return (
    <RecordPage
      found={found}
      title={m.organization}
      crumbs={[{ label: m.organizations, to: "/organizations" }]}
    >
      {(organization) => <Shown organization={organization} />}
    </RecordPage>
  );
}

function Shown({ organization }: { organization: Organization }) {
  const m = useMessages(messages);
  const can = useCan();
  const { number } = useFormat();
  const { id, parent_organization_id: parentId, members } = organization;
  const [form, setForm] = useState<"edit" | "drive">();
  const parent = useGet<Organization>(`/organizations/${parentId}`, {
    topics: ["organization"],
    enabled: Boolean(parentId),
  });
  const where = place(
    organization.city,
    [organization.state, organization.postal_code].filter(Boolean).join(" "),
  );
  return (
    <>
      <PageHeader
        title={organization.name}
        crumbs={[
          { label: m.organizations, to: "/organizations" },
          ...(parentId && parent.data ? [{ label: parent.data.name, to: `/organizations/${parentId}` }] : []),
        ]}
        status={[
          m.kinds[organization.kind],
          where,
          typeof members === "number" && `${number(members)} ${m.members.toLowerCase()}`,
        ]
          .filter(Boolean)
          .join(" · ")}
        actions={
          <>
            {can.see_people && <Button to={`/people?organization_id=${id}`}>{m.showPeople}</Button>}
            <Button to={`/organizations/${id}/decision-rule`}>{m.howItDecides}</Button>
            {can.organize && <Button onClick={() => setForm("edit")}>{m.edit}</Button>}
            {can.organize && (
              <Button variant="primary" onClick={() => setForm("drive")}>
                {m.startDrive}
              </Button>
            )}
          </>
        }
      />
      <TwoColumns>
        <Stack gap={16}>
          <Drives organizationId={id} />
          <Below organizationId={id} />
          <Worksites organizationId={id} />
        </Stack>
        <Stack gap={16}>
          <NextMeetings organizationId={id} />
          <About organization={organization} parent={parent.data} where={where} />
        </Stack>
      </TwoColumns>
      {form === "edit" && (
        <OrganizationForm
          organization={organization}
          parent={parent.data ? { id: parent.data.id, label: parent.data.name } : null}
          onClose={() => setForm(undefined)}
        />
      )}
      {form === "drive" && (
        <DriveForm organization={{ id, label: organization.name }} onClose={() => setForm(undefined)} />
      )}
    </>
  );
}

function Drives({ organizationId }: { organizationId: string }) {
  const m = useMessages(messages);
  const list = usePages<Schemas["DriveSummary"]>("/drives", {
    query: { organization_id: organizationId },
    topics: driveTopics,
  });
  const shown = ["target", "stage", "support", "needed"];
  const columns = useDriveColumns().filter((column) => shown.includes(column.key));
  return (
    <Panel title={m.drives} flush={list.items.length > 0}>
      <PagedTable
        label={m.drives}
        list={list}
        columns={columns}
        rowKey={(one) => one.drive.id}
        rowTo={(one) => `/drives/${one.drive.id}`}
        empty={<Hint>{m.noDrives}</Hint>}
      />
    </Panel>
  );
}

/** What stands below it; nothing where nothing does. */
function Below({ organizationId }: { organizationId: string }) {
  const m = useMessages(messages);
  const list = usePages<Schemas["OrganizationSummary"]>("/organizations", {
    query: { parent_organization_id: organizationId },
    topics: ["organization"],
  });
  const columns = useOrganizationColumns().filter((column) => column.key !== "parent");
  if (list.items.length === 0) return null;
  return (
    <Panel title={m.below} flush>
      <PagedTable
        label={m.below}
        list={list}
        columns={columns}
        rowKey={(one) => one.id}
        rowTo={(one) => `/organizations/${one.id}`}
      />
    </Panel>
  );
}

function Worksites({ organizationId }: { organizationId: string }) {
  const m = useMessages(messages);
  const list = usePages<Schemas["WorksiteSummary"]>("/worksites", {
    query: { organization_id: organizationId },
    topics: ["worksite"],
  });
  const columns = useWorksiteColumns().filter((column) => column.key !== "local");
  return (
    <Panel title={m.worksites} flush={list.items.length > 0}>
      <PagedTable
        label={m.worksites}
        list={list}
        columns={columns}
        rowKey={(one) => one.id}
        empty={<Hint>{m.noneWorksites}</Hint>}
      />
    </Panel>
  );
}

function NextMeetings({ organizationId }: { organizationId: string }) {
  const m = useMessages(messages);
  const { date, daysLeft } = useFormat();
  const calendar = usePages<Schemas["CalendarDay"]>(`/organizations/${organizationId}/calendar`, {
    topics: ["meeting_pattern", "meeting"],
  });
  const bodyName = useBodyName();
  if (calendar.items.length === 0) return null;
  return (
    <Panel title={m.nextMeetings}>
      <Facts
        facts={calendar.items.slice(0, 3).map((day) => [
          date(day.on),
          <>
            {[bodyName(day.body), day.name, day.place].filter(Boolean).join(" · ")}{" "}
            <Hint>{daysLeft(day.on)}</Hint>
          </>,
        ])}
      />
    </Panel>
  );
}

function About({
  organization,
  parent,
  where,
}: {
  organization: Organization;
  parent: Organization | undefined;
  where: string;
}) {
  const m = useMessages(messages);
  const { date } = useFormat();
  const { id, affiliation, number, website, external_source, external_id, note } = organization;
  const won = usePages<Schemas["EndorsementView"]>("/endorsements", {
    query: { organization_id: id },
    topics: ["endorsement"],
  });
  return (
    <Panel title={m.about}>
      <Facts
        facts={[
          [m.affiliation, affiliation],
          [m.number, number],
          [m.parent, parent && <Link to={`/organizations/${parent.id}`}>{parent.name}</Link>],
          [m.place, where],
          [
            m.website,
            website && (
              <a href={website} rel="noreferrer">
                {website.replace(/^https?:\/\//, "")}
              </a>
            ),
          ],
          [
            m.endorsements,
            won.items.length > 0 &&
              won.items.map((one) => (
                <div key={one.endorsement.id}>
                  {m.endorsed(one.target_name, date(one.endorsement.decided_on))}
                </div>
              )),
          ],
          [m.from, external_source && `${external_source} ${external_id}`],
          [m.note, note && <span style={{ whiteSpace: "pre-wrap" }}>{note}</span>],
        ]}
      />
    </Panel>
  );
}
