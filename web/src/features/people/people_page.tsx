// The list of people. The pattern for lists: filters in the address, pages by cursor, topics that make it stale.
import { useState } from "react";
import { type Schemas, useGet, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useMessages } from "../../i18n";
import {
  Button,
  EmptyState,
  Page,
  PageHeader,
  PagedTable,
  Panel,
  Phone,
  SearchBox,
  Tag,
  Toolbar,
  useFilters,
} from "../../ui";
import { AddPerson } from "./add_person";
import { messages } from "./messages";

export function PeoplePage() {
  const m = useMessages(messages);
  const can = useCan();
  const { filters, set, clear } = useFilters({ search: "", organization_id: "" });
  const [adding, setAdding] = useState(false);
  const list = usePages<Schemas["PersonSummary"]>("/people", {
    query: { ...filters, search: filters.search.trim() },
    topics: ["person", "contact_point", "membership", "address"],
    keep: true,
  });
  const organization = useGet<Schemas["Organization"]>(`/organizations/${filters.organization_id}`, {
    enabled: filters.organization_id !== "",
  });
  return (
    <Page>
      <PageHeader
        title={m.title}
        status={m.status}
        actions={
          can.lead_people && (
            <Button variant="primary" onClick={() => setAdding(true)}>
              {m.add}
            </Button>
          )
        }
      />
      <Toolbar>
        <SearchBox placeholder={m.searchHint} value={filters.search} onChange={(search) => set({ search })} />
        {filters.organization_id && organization.data && (
          <Tag onRemove={() => set({ organization_id: "" })}>{organization.data.name}</Tag>
        )}
      </Toolbar>
      <Panel flush>
        <PagedTable
          label={m.title}
          list={list}
          columns={[
            { key: "name", header: m.name, cell: (person) => person.name },
            { key: "organization", header: m.organization, cell: (person) => person.organization },
            { key: "city", header: m.city, cell: (person) => person.city },
            {
              key: "phone",
              header: m.phone,
              cell: (person) => person.phone && <Phone value={person.phone} link={false} />,
              whole: true,
            },
            { key: "email", header: m.email, cell: (person) => person.email },
          ]}
          rowKey={(person) => person.id}
          rowTo={(person) => `/people/${person.id}`}
          empty={
            clear ? (
              <EmptyState
                title={filters.search ? m.noMatch(filters.search) : m.nobodyHere}
                action={<Button onClick={clear}>{m.clear}</Button>}
              >
                {filters.search && m.noMatchText}
              </EmptyState>
            ) : (
              <EmptyState
                title={m.none}
                action={can.organize && <Button to="/imports">{m.toImports}</Button>}
              >
                {m.noneText}
              </EmptyState>
            )
          }
        />
      </Panel>
      {adding && <AddPerson onClose={() => setAdding(false)} />}
    </Page>
  );
}
