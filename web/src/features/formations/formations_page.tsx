// All formations of the workspace.
import { type Schemas, usePages } from "../../api";
import { useSession } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import { EmptyState, Hint, Page, PageHeader, PagedTable, Panel } from "../../ui";
import { messages } from "./messages";

export function FormationsPage() {
  const m = useMessages(messages);
  const { workspace, can } = useSession();
  const { dayOf, number } = useFormat();
  const list = usePages<Schemas["FormationSummary"]>("/formations", {
    topics: ["formation", "consent", "membership"],
  });
  return (
    <Page>
      <PageHeader title={m.title} status={m.status} />
      <Panel flush>
        <PagedTable
          label={m.title}
          list={list}
          columns={[
            { key: "name", header: m.name, cell: (one) => one.name },
            { key: "union", header: m.union, cell: (one) => one.organization },
            {
              key: "consenting",
              header: m.consenting,
              align: "right",
              cell: (one) =>
                typeof one.consenting === "number" ? number(one.consenting) : <Hint>{m.fewer}</Hint>,
              sortBy: (one) => one.consenting ?? 0,
            },
            { key: "since", header: m.since, cell: (one) => dayOf(one.started_at), whole: true },
            {
              key: "introduced",
              header: m.introduced,
              cell: (one) => (one.introduced_at ? dayOf(one.introduced_at) : <Hint>{m.never}</Hint>),
              whole: true,
            },
          ]}
          rowKey={(one) => one.id}
          rowTo={can.see_people ? (one) => `/formations/${one.id}` : undefined}
          empty={<EmptyState title={m.empty}>{m.emptyText(workspace?.formation_minimum ?? 3)}</EmptyState>}
        />
      </Panel>
    </Page>
  );
}
