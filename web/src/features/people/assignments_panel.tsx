// Who talks with the person. A volunteer sees only those assigned to them.
import { useState } from "react";
import { type Page, type Schemas, useGet } from "../../api";
import { useCan } from "../../app/session";
import { useMessages } from "../../i18n";
import { Button, Hint, Panel, Row, Select, Stack, Tag, toast, useToastError } from "../../ui";
import { messages } from "./messages";
import { type PersonRecord, nameIn, useWriteRecord } from "./record";

export function AssignmentsPanel({ record }: { record: PersonRecord }) {
  const m = useMessages(messages);
  const can = useCan();
  const [user, setUser] = useState("");
  const colleagues = useGet<Page<Schemas["Colleague"]>>("/colleagues", {
    query: { limit: 200 },
    topics: ["user_role"],
    enabled: can.lead_people,
  });
  const write = useWriteRecord(record.person.id);
  const showError = useToastError();
  const taken = new Set(record.assignments.map((one) => one.user_id));
  const free = (colleagues.data?.items ?? []).filter((one) => !taken.has(one.id));
  return (
    <Panel title={m.details.assigned}>
      <Stack>
        {record.assignments.length === 0 && <Hint>{m.details.nobodyAssigned}</Hint>}
        <Row gap={6}>
          {record.assignments.map((one) => (
            <Tag
              key={one.id}
              onRemove={
                can.lead_people
                  ? () =>
                      write.mutate(
                        { method: "DELETE", part: `/assignments/${one.id}`, revision: one.revision },
                        { onSuccess: () => toast(m.removed), onError: showError },
                      )
                  : undefined
              }
            >
              {nameIn(record, one.user_id)}
            </Tag>
          ))}
        </Row>
        {can.lead_people && free.length > 0 && (
          <Row align="flex-end">
            <Select
              label={m.details.assign}
              value={user}
              onChange={setUser}
              placeholder="–"
              options={free.map((one) => ({ value: one.id, label: one.name }))}
            />
            <Button
              disabled={!user}
              busy={write.isPending}
              onClick={() =>
                write.mutate(
                  { method: "POST", part: "/assignments", body: { user_id: user } },
                  {
                    onSuccess: () => {
                      setUser("");
                      toast(m.saved);
                    },
                    onError: showError,
                  },
                )
              }
            >
              {m.addOne}
            </Button>
          </Row>
        )}
      </Stack>
    </Panel>
  );
}
