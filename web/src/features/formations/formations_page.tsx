// All formations of the workspace.
import { type Schemas, usePages } from "../../api";
import { useSession } from "../../app/session";
import { number, useFormat, useMessages } from "../../i18n";
import { type Column, DataTable, EmptyState, ErrorState, Hint, Page, PageHeader, Panel } from "../../ui";
import { messages } from "./messages";

type Formation = Schemas["FormationSummary"];

export function FormationsPage() {
  const m = useMessages(messages);
  const { workspace, can } = useSession();
  const { date } = useFormat();
  const formations = usePages<Formation>("/formations", { topics: ["formation", "consent", "membership"] });
  const columns: Column<Formation>[] = [
    { key: "name", header: m.name, cell: (one) => one.name },
    { key: "union", header: m.union, cell: (one) => one.organization },
    {
      key: "consenting",
      header: m.consenting,
      align: "right",
      cell: (one) => (typeof one.consenting === "number" ? number(one.consenting) : <Hint>{m.fewer}</Hint>),
      sortBy: (one) => one.consenting ?? 0,
    },
    { key: "since", header: m.since, cell: (one) => date(one.started_at.slice(0, 10)) },
    {
      key: "introduced",
      header: m.introduced,
      cell: (one) => (one.introduced_at ? date(one.introduced_at.slice(0, 10)) : <Hint>{m.never}</Hint>),
    },
  ];
  return (
    <Page>
      <PageHeader title={m.title} status={m.status} />
      <Panel flush>
        {formations.error ? (
          <ErrorState error={formations.error} retry={() => void formations.refetch()} />
        ) : (
          <DataTable
            label={m.title}
            columns={columns}
            rows={formations.items}
            rowKey={(one) => one.id}
            rowTo={can.see_people ? (one) => `/formations/${one.id}` : undefined}
            loading={formations.isPending}
            more={formations.more}
            loadingMore={formations.loadingMore}
            empty={<EmptyState title={m.empty}>{m.emptyText(workspace?.formation_minimum ?? 3)}</EmptyState>}
          />
        )}
      </Panel>
    </Page>
  );
}
