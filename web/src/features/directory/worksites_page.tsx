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
  Link,
  Page,
  PageHeader,
  Panel,
  TextInput,
  Toolbar,
  useUrlState,
} from "../../ui";
import { messages } from "./messages";
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
    { key: "place", header: m.place, cell: (one) => [one.city, one.state].filter(Boolean).join(", ") },
    {
      key: "people",
      header: m.people,
      align: "right",
      cell: (one) =>
        one.eligible ? m.known(one.people, one.eligible) : one.people ? number(one.people) : "",
    },
  ];
}

export function WorksitesPage() {
  const m = useMessages(messages);
  const can = useCan();
  const [{ search }, setFilters] = useUrlState({ search: "" });
  const [open, setOpen] = useState<Summary | "new">();
  const found = usePages<Summary>("/worksites", {
    query: { search: search.trim() },
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
        <Grow>
          <TextInput
            label={m.search}
            labelHidden
            type="search"
            placeholder={m.searchWorksites}
            value={search}
            onChange={(text) => setFilters({ search: text })}
          />
        </Grow>
      </Toolbar>
      <Panel flush>
        {found.error ? (
          <ErrorState error={found.error} retry={() => void found.refetch()} />
        ) : (
          <DataTable
            label={m.worksites}
            columns={columns}
            rows={found.items}
            rowKey={(one) => one.id}
            onRow={can.organize ? setOpen : undefined}
            loading={found.isPending}
            more={found.more}
            loadingMore={found.loadingMore}
            empty={
              search ? (
                <EmptyState
                  title={m.noMatch}
                  action={<Button onClick={() => setFilters({ search: "" })}>{m.clear}</Button>}
                >
                  {m.noMatchText}
                </EmptyState>
              ) : (
                <EmptyState title={m.noneWorksites}>{m.noneWorksitesText}</EmptyState>
              )
            }
          />
        )}
      </Panel>
      {open && (
        <WorksiteForm
          id={open === "new" ? undefined : open.id}
          summary={open === "new" ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  );
}
