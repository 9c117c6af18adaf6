import { useState } from "react";
import { type Schemas, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  type Column,
  EmptyState,
  FilterSelect,
  Page,
  PageHeader,
  PagedTable,
  Panel,
  SearchBox,
  Toolbar,
  optionsOf,
  useFilters,
} from "../../ui";
import { messages } from "./messages";
import { OrganizationForm } from "./organization_form";
import { place } from "./pick";

type Summary = Schemas["OrganizationSummary"];

export function useOrganizationColumns(): Column<Summary>[] {
  const m = useMessages(messages);
  const { number } = useFormat();
  return [
    { key: "name", header: m.name, cell: (one) => one.name },
    { key: "kind", header: m.kind, cell: (one) => m.kinds[one.kind] },
    { key: "parent", header: m.parent, cell: (one) => one.parent_name },
    { key: "place", header: m.place, cell: (one) => place(one.city, one.state), whole: true },
    {
      key: "members",
      header: m.members,
      align: "right",
      cell: (one) => (one.members === null || one.members === undefined ? "" : number(one.members)),
    },
    {
      key: "people",
      header: m.people,
      align: "right",
      cell: (one) => (one.people ? number(one.people) : ""),
    },
  ];
}

export function OrganizationsPage() {
  const m = useMessages(messages);
  const can = useCan();
  const { filters, set, clear } = useFilters({ search: "", kind: "" });
  const [adding, setAdding] = useState(false);
  const list = usePages<Summary>("/organizations", {
    query: { ...filters, search: filters.search.trim() },
    topics: ["organization"],
    keep: true,
  });
  const columns = useOrganizationColumns();
  return (
    <Page>
      <PageHeader
        title={m.organizations}
        status={m.organizationsStatus}
        actions={
          can.organize && (
            <Button variant="primary" onClick={() => setAdding(true)}>
              {m.addOrganization}
            </Button>
          )
        }
      />
      <Toolbar>
        <SearchBox
          placeholder={m.searchOrganizations}
          value={filters.search}
          onChange={(search) => set({ search })}
        />
        <FilterSelect
          label={m.kind}
          every={m.everyKind}
          options={optionsOf(m.kinds)}
          value={filters.kind}
          onChange={(kind) => set({ kind })}
        />
      </Toolbar>
      <Panel flush>
        <PagedTable
          label={m.organizations}
          list={list}
          columns={columns}
          rowKey={(one) => one.id}
          rowTo={(one) => `/organizations/${one.id}`}
          onClear={clear}
          empty={
            <EmptyState
              title={m.none}
              action={can.organize && <Button to="/imports?kind=organizations">{m.toImports}</Button>}
            >
              {m.noneText}
            </EmptyState>
          }
        />
      </Panel>
      {adding && <OrganizationForm onClose={() => setAdding(false)} />}
    </Page>
  );
}
