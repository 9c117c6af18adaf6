// The list of people. The pattern for lists: filters in the address, pages by cursor, topics that make it stale.
import { useState } from "react";
import { type Page as PageOf, type Schemas, useGet, usePages } from "../../api";
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
  FilterSelect,
  Toolbar,
  useFilters,
} from "../../ui";
import { OrganizationPick } from "../directory/pick";
import { AddPerson } from "./add_person";
import { AssignMany } from "./assign_many";
import { messages } from "./messages";

/** No user's id. */
const nobody = "nobody";

export function PeoplePage() {
  const m = useMessages(messages);
  const can = useCan();
  const { filters, set, clear } = useFilters({
    search: "",
    organization_id: "",
    assigned_to: "",
    unassigned: "",
  });
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState(new Set<string>());
  const colleagues = useGet<PageOf<Schemas["Colleague"]>>("/colleagues", {
    query: { limit: 200 },
    topics: ["user_role"],
    enabled: can.lead_people,
  });
  const users = colleagues.data?.items ?? [];
  // What is not in the list any more is not to be assigned unseen.
  const look = (next: Partial<typeof filters>) => {
    setChosen(new Set());
    set(next);
  };
  const list = usePages<Schemas["PersonSummary"]>("/people", {
    query: { ...filters, search: filters.search.trim() },
    topics: ["person", "contact_point", "membership", "address", "assignment"],
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
        <SearchBox
          placeholder={m.searchHint}
          value={filters.search}
          onChange={(search) => look({ search })}
        />
        <OrganizationPick
          label={m.organization}
          labelHidden
          placeholder={m.organization}
          value={
            filters.organization_id
              ? { id: filters.organization_id, label: organization.data?.name ?? "" }
              : null
          }
          onChange={(choice) => look({ organization_id: choice?.id ?? "" })}
        />
        {can.lead_people && (
          <FilterSelect
            label={m.assignedTo}
            every={m.everybody}
            options={[
              { value: nobody, label: m.byNobody },
              ...users.map((one) => ({ value: one.id, label: m.by(one.name) })),
            ]}
            value={filters.unassigned ? nobody : filters.assigned_to}
            onChange={(who) =>
              look({
                assigned_to: who === nobody ? "" : who,
                unassigned: who === nobody ? "true" : "",
              })
            }
          />
        )}
      </Toolbar>
      {chosen.size > 0 && (
        <Panel>
          <AssignMany people={[...chosen]} colleagues={users} onDone={() => setChosen(new Set())} />
        </Panel>
      )}
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
          selected={can.lead_people ? chosen : undefined}
          onSelect={can.lead_people ? setChosen : undefined}
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
