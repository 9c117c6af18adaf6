// A body of the directory: what is known of it, what stands below it, where its members work.
import { useState } from "react";
import { useParams } from "react-router";
import { type Schemas, useGet, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  DataTable,
  ErrorState,
  Facts,
  Link,
  Page,
  PageHeader,
  Panel,
  Skeleton,
  TwoColumns,
} from "../../ui";
import { messages } from "./messages";
import { OrganizationForm } from "./organization_form";
import { useOrganizationColumns } from "./organizations_page";
import { useWorksiteColumns } from "./worksites_page";

export function OrganizationPage() {
  const m = useMessages(messages);
  const can = useCan();
  const { number } = useFormat();
  const { id = "" } = useParams();
  const [editing, setEditing] = useState(false);
  const found = useGet<Schemas["Organization"]>(`/organizations/${id}`, { topics: ["organization"] });
  const organization = found.data;
  const parentId = organization?.parent_organization_id;
  const parent = useGet<Schemas["Organization"]>(`/organizations/${parentId}`, {
    topics: ["organization"],
    enabled: Boolean(parentId),
  });
  const below = usePages<Schemas["OrganizationSummary"]>("/organizations", {
    query: { parent_organization_id: id },
    topics: ["organization"],
  });
  const worksites = usePages<Schemas["WorksiteSummary"]>("/worksites", {
    query: { organization_id: id },
    topics: ["worksite"],
  });
  const columns = useOrganizationColumns().filter((column) => column.key !== "parent");
  const worksiteColumns = useWorksiteColumns().filter((column) => column.key !== "local");
  const crumbs = [
    { label: m.organizations, to: "/organizations" },
    ...(parentId && parent.data ? [{ label: parent.data.name, to: `/organizations/${parentId}` }] : []),
  ];
  if (found.error && !organization)
    return (
      <Page>
        <ErrorState error={found.error} retry={() => void found.refetch()} />
      </Page>
    );
  if (!organization)
    return (
      <Page>
        <PageHeader title={m.organization} crumbs={crumbs} />
        <Skeleton />
      </Page>
    );
  const place = [organization.city, [organization.state, organization.postal_code].filter(Boolean).join(" ")]
    .filter(Boolean)
    .join(", ");
  return (
    <Page>
      <PageHeader
        title={organization.name}
        crumbs={crumbs}
        status={[
          m.kinds[organization.kind],
          place,
          organization.members === null || organization.members === undefined
            ? ""
            : `${number(organization.members)} ${m.members.toLowerCase()}`,
        ]
          .filter(Boolean)
          .join(" · ")}
        actions={
          <>
            {can.see_people && <Button to={`/people?organization_id=${id}`}>{m.showPeople}</Button>}
            <Button to={`/organizations/${id}/decision-rule`}>{m.howItDecides}</Button>
            {can.organize && <Button onClick={() => setEditing(true)}>{m.edit}</Button>}
          </>
        }
      />
      <TwoColumns>
        <div>
          {below.items.length > 0 && (
            <Panel title={m.below} flush>
              <DataTable
                label={m.below}
                columns={columns}
                rows={below.items}
                rowKey={(one) => one.id}
                rowTo={(one) => `/organizations/${one.id}`}
                more={below.more}
                loadingMore={below.loadingMore}
              />
            </Panel>
          )}
          <Panel title={m.worksites} flush={worksites.items.length > 0}>
            <DataTable
              label={m.worksites}
              columns={worksiteColumns}
              rows={worksites.items}
              rowKey={(one) => one.id}
              loading={worksites.isPending}
              more={worksites.more}
              loadingMore={worksites.loadingMore}
              empty={<span className="hint">{m.noneWorksites}</span>}
            />
          </Panel>
        </div>
        <Panel>
          <Facts
            facts={[
              [m.affiliation, organization.affiliation],
              [m.number, organization.number],
              [
                m.parent,
                parent.data && <Link to={`/organizations/${parent.data.id}`}>{parent.data.name}</Link>,
              ],
              [m.place, place],
              [
                m.website,
                organization.website && (
                  <a href={organization.website} rel="noreferrer">
                    {organization.website.replace(/^https?:\/\//, "")}
                  </a>
                ),
              ],
              [
                m.from,
                organization.external_source && `${organization.external_source} ${organization.external_id}`,
              ],
              [
                m.note,
                organization.note && <span style={{ whiteSpace: "pre-wrap" }}>{organization.note}</span>,
              ],
            ]}
          />
        </Panel>
      </TwoColumns>
      {editing && (
        <OrganizationForm
          organization={organization}
          parent={parent.data ? { id: parent.data.id, label: parent.data.name } : null}
          onClose={() => setEditing(false)}
        />
      )}
    </Page>
  );
}
