// The second factor and the places where one is signed in.
import { type Schemas, usePages, useSend } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { Badge, Button, PagedTable, Panel, Stack, toast, useToastError } from "../../ui";
import { messages } from "./messages";
import { SecondFactor } from "./second_factor";

function Sessions() {
  const m = useMessages(messages).security;
  const { moment } = useFormat();
  const list = usePages<Schemas["OpenSession"]>("/sessions", { topics: ["session"] });
  const end = useSend({ topics: ["session"] });
  const showError = useToastError();
  const remove = (path: string) =>
    end.mutate({ method: "DELETE", path }, { onSuccess: () => toast(m.ended), onError: showError });
  return (
    <Panel
      title={m.sessions}
      flush
      aside={
        list.items.length > 1 && (
          <Button size="small" onClick={() => remove("/sessions")}>
            {m.endOthers}
          </Button>
        )
      }
    >
      <PagedTable
        label={m.sessions}
        list={list}
        columns={[
          { key: "since", header: m.since, cell: (one) => moment(one.created_at) },
          { key: "seen", header: m.seen, cell: (one) => moment(one.seen_at) },
          {
            key: "act",
            header: m.action,
            buttons: true,
            cell: (one) =>
              one.current ? (
                <Badge tone="good">{m.thisOne}</Badge>
              ) : (
                <Button size="small" onClick={() => remove(`/sessions/${one.id}`)}>
                  {m.end}
                </Button>
              ),
          },
        ]}
        rowKey={(one) => one.id}
      />
    </Panel>
  );
}

export const SecurityPanel = () => (
  <Stack gap={16}>
    <SecondFactor />
    <Sessions />
  </Stack>
);
