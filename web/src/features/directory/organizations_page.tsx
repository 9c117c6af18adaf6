import { useState } from "react";
import { type Schemas, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
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
  Select,
  TextInput,
  Toolbar,
  useUrlState,
} from "../../ui";
import { messages } from "./messages";
import { OrganizationForm } from "./organization_form";

type Summary = Schemas["OrganizationSummary"];

export function useOrganizationColumns(): Column<Summary>[] {
  const m = useMessages(messages);
  const { number } = useFormat();
  return [
    { key: "name", header: m.name, cell: (one) => one.name },
    { key: "kind", header: m.kind, cell: (one) => m.kinds[one.kind] },
    { key: "parent", header: m.parent, cell: (one) => one.parent_name },
    { key: "place", header: m.place, cell: (one) => [one.city, one.state].filter(Boolean).join(", ") },
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
  const [filters, setFilters] = useUrlState({ search: "", kind: "" });
  const [adding, setAdding] = useState(false);
  const found = usePages<Summary>("/organizations", {
    query: { ...filters, search: filters.search.trim() },
    topics: ["organization"],
    keep: true,
  });
  const columns = useOrganizationColumns();
  const filtered = filters.search !== "" || filters.kind !== "";
  const kinds = Object.entries(m.kinds).map(([value, label]) => ({ value, label }));
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
        <Grow>
          <TextInput
            label={m.search}
            labelHidden
            type="search"
            placeholder={m.searchOrganizations}
            value={filters.search}
            onChange={(search) => setFilters({ search })}
          />
        </Grow>
        <Select
          label={m.kind}
          labelHidden
          value={filters.kind}
          onChange={(kind) => setFilters({ kind })}
          options={[{ value: "", label: m.everyKind }, ...kinds]}
        />
      </Toolbar>
      <Panel flush>
        {found.error ? (
          <ErrorState error={found.error} retry={() => void found.refetch()} />
        ) : (
          <DataTable
            label={m.organizations}
            columns={columns}
            rows={found.items}
            rowKey={(one) => one.id}
            rowTo={(one) => `/organizations/${one.id}`}
            loading={found.isPending}
            more={found.more}
            loadingMore={found.loadingMore}
            empty={
              filtered ? (
                <EmptyState
                  title={m.noMatch}
                  action={<Button onClick={() => setFilters({ search: "", kind: "" })}>{m.clear}</Button>}
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
      {adding && <OrganizationForm onClose={() => setAdding(false)} />}
    </Page>
  );
}
