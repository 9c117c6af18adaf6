// Most workspaces have one slate: its board is what "Slate board" means.
import { Navigate } from "react-router";
import { type Schemas, useGet } from "../../api";
import { useMessages } from "../../i18n";
import { Button, EmptyState, PageHeader, Panel, RecordPage } from "../../ui";
import { messages } from "./messages";

export function FirstBoard() {
  const m = useMessages(messages);
  const found = useGet<{ items: Schemas["SlateView"][] }>("/slates", {
    query: { limit: 1 },
    topics: ["slate"],
  });
  return (
    <RecordPage found={found} title={m.board}>
      {({ items: [first] }) =>
        first ? (
          <Navigate to={`/slates/${first.slate.id}`} replace />
        ) : (
          <>
            <PageHeader title={m.board} />
            <Panel>
              <EmptyState
                title={m.noSlates}
                action={
                  <Button variant="primary" to="/candidates">
                    {m.slates}
                  </Button>
                }
              >
                {m.noSlatesText}
              </EmptyState>
            </Panel>
          </>
        )
      }
    </RecordPage>
  );
}
