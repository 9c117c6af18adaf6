import { useState } from "react";
import { type Schemas, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  type Column,
  EmptyState,
  Link,
  Page,
  PageHeader,
  PagedTable,
  Panel,
  SearchBox,
  Toolbar,
  useFilters,
} from "../../ui";
import { messages } from "./messages";
import { place } from "./pick";
import { WorksiteForm } from "./worksite_form";

type Summary = Schemas["WorksiteSummary"];

export function useWorksiteColumns(): Column<Summary>[] {
  const m = useMessages(messages);
  const { number } = useFormat();
  return [
    { key: "name", header: m.name, cell: (one) => one.name },
    { key: "employer", header: m.employer, cell: (one) => one.employer_name },
    {
      key: "local",
      header: m.local,
      cell: (one) =>
        one.organization_id ? (
          <Link to={`/organizations/${one.organization_id}`}>{one.organization_name}</Link>
        ) : (
          one.organization_text && m.localAsWritten(one.organization_text)
        ),
    },
    { key: "place", header: m.place, cell: (one) => place(one.city, one.state), whole: true },
    {
      key: "people",
      header: m.people,
      align: "right",
      cell: (one) =>
        one.eligible
          ? m.known(number(one.people), number(one.eligible))
          : one.people
            ? number(one.people)
            : "",
    },
  ];
}

export function WorksitesPage() {
  const m = useMessages(messages);
  const can = useCan();
  const { filters, set, clear } = useFilters({ search: "" });
  const [open, setOpen] = useState<Summary | "new">();
  const list = usePages<Summary>("/worksites", {
    query: { search: filters.search.trim() },
    topics: ["worksite", "employer"],
    keep: true,
  });
  const columns = useWorksiteColumns();
  return (
    <Page>
      <PageHeader
        title={m.worksites}
        status={m.worksitesStatus}
        actions={
          can.organize && (
            <Button variant="primary" onClick={() => setOpen("new")}>
              {m.addWorksite}
            </Button>
          )
        }
      />
      <Toolbar>
        <SearchBox
          placeholder={m.searchWorksites}
          value={filters.search}
          onChange={(search) => set({ search })}
        />
      </Toolbar>
      <Panel flush>
        <PagedTable
          label={m.worksites}
          list={list}
          columns={columns}
          rowKey={(one) => one.id}
          onRow={can.organize ? setOpen : undefined}
          onClear={clear}
          empty={
            <EmptyState
              title={m.noneWorksites}
              action={can.organize && <Button to="/imports?kind=worksites">{m.toImports}</Button>}
            >
              {m.noneWorksitesText}
            </EmptyState>
          }
        />
      </Panel>
      {open && (
        <WorksiteForm summary={open === "new" ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </Page>
  );
}
