// The list of people. The pattern for lists: filters in the address, pages by cursor, topics that make it stale.
import { useState } from "react";
import { type Schemas, useGet, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useMessages } from "../../i18n";
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  Grow,
  Page,
  PageHeader,
  Panel,
  Phone,
  Tag,
  TextInput,
  Toolbar,
  useUrlState,
} from "../../ui";
import { AddPerson } from "./add_person";
import { messages } from "./messages";

type PersonSummary = Schemas["PersonSummary"];

export function PeoplePage() {
  const m = useMessages(messages);
  const can = useCan();
  const [{ search, organization_id }, setFilters] = useUrlState({ search: "", organization_id: "" });
  const [adding, setAdding] = useState(false);
  const people = usePages<PersonSummary>("/people", {
    query: { search: search.trim(), organization_id },
    topics: ["person", "contact_point", "membership", "address"],
    keep: true,
  });
  const organization = useGet<Schemas["Organization"]>(`/organizations/${organization_id}`, {
    enabled: organization_id !== "",
  });
  const columns: Column<PersonSummary>[] = [
    { key: "name", header: m.name, cell: (person) => person.name },
    { key: "organization", header: m.organization, cell: (person) => person.organization },
    { key: "city", header: m.city, cell: (person) => person.city },
    {
      key: "phone",
      header: m.phone,
      cell: (person) => person.phone && <Phone value={person.phone} link={false} />,
    },
    { key: "email", header: m.email, cell: (person) => person.email },
  ];
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
        <Grow>
          <TextInput
            label={m.search}
            labelHidden
            type="search"
            placeholder={m.searchHint}
            value={search}
            onChange={(text) => setFilters({ search: text })}
          />
        </Grow>
        {organization.data && (
          <Tag onRemove={() => setFilters({ organization_id: "" })}>{organization.data.name}</Tag>
        )}
      </Toolbar>
      <Panel flush>
        {people.error ? (
          <ErrorState error={people.error} retry={() => void people.refetch()} />
        ) : (
          <DataTable
            label={m.title}
            columns={columns}
            rows={people.items}
            rowKey={(person) => person.id}
            rowTo={(person) => `/people/${person.id}`}
            loading={people.isPending}
            more={people.more}
            loadingMore={people.loadingMore}
            empty={
              search || organization_id ? (
                <EmptyState
                  title={m.noMatch(search)}
                  action={
                    <Button onClick={() => setFilters({ search: "", organization_id: "" })}>{m.clear}</Button>
                  }
                >
                  {m.noMatchText}
                </EmptyState>
              ) : (
                <EmptyState title={m.none}>{m.noneText}</EmptyState>
              )
            }
          />
        )}
      </Panel>
      {adding && <AddPerson onClose={() => setAdding(false)} />}
    </Page>
  );
}
