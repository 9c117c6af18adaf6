import { useState } from "react";
import { useCan } from "../../app/session";
import type { Schemas } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  Badge,
  Button,
  type Column,
  Columns,
  DataTable,
  EmptyState,
  Panel,
  Row,
  Stack,
  TextInput,
} from "../../ui";
import { messages } from "./messages";
import { PartForm } from "./part_form";
import type { PersonRecord } from "./record";

type Consent = Schemas["Consent"];
const kinds: Consent["kind"][] = ["email", "text", "introduction"];

/** The newest word on each kind. The record's consents are the newest first. */
export const consentsInForce = (record: PersonRecord): Consent[] =>
  kinds.flatMap((kind) => record.consents.find((one) => one.kind === kind) ?? []);

function ConsentForm({
  record,
  kind,
  granted,
  onClose,
}: {
  record: PersonRecord;
  kind: Consent["kind"];
  granted: boolean;
  onClose: () => void;
}) {
  const m = useMessages(messages).consents;
  const [wording, setWording] = useState("");
  return (
    <PartForm
      personId={record.person.id}
      path="/consents"
      title={`${m.kinds[kind]}: ${granted ? m.granted : m.refused}`}
      body={{ kind, granted, wording }}
      onClose={onClose}
    >
      {(faults) => (
        <TextInput
          label={m.wording}
          hint={m.wordingHint}
          value={wording}
          onChange={setWording}
          error={faults.wording}
          required={granted}
          autoFocus
        />
      )}
    </PartForm>
  );
}

export function ConsentsTab({ record }: { record: PersonRecord }) {
  const all = useMessages(messages);
  const m = all.consents;
  const { moment } = useFormat();
  const can = useCan();
  const [open, setOpen] = useState<{ kind: Consent["kind"]; granted: boolean }>();
  const inForce = consentsInForce(record);
  const columns: Column<Consent>[] = [
    { key: "kind", header: all.details.kind, cell: (one) => m.kinds[one.kind] },
    {
      key: "granted",
      header: m.now,
      cell: (one) => <Badge tone={one.granted ? "good" : "bad"}>{one.granted ? m.granted : m.refused}</Badge>,
    },
    { key: "at", header: all.tabs.history, cell: (one) => moment(one.at) },
    { key: "wording", header: m.wording, cell: (one) => one.wording },
  ];
  return (
    <Columns least={360}>
      <Panel title={m.now}>
        <Stack>
          {kinds.map((kind) => {
            const latest = inForce.find((one) => one.kind === kind);
            return (
              <Row key={kind} spread>
                <Row gap={8}>
                  <strong>{m.kinds[kind]}</strong>
                  <Badge tone={latest ? (latest.granted ? "good" : "bad") : "plain"}>
                    {latest ? (latest.granted ? m.granted : m.refused) : m.unknown}
                  </Badge>
                </Row>
                {can.lead_people && (
                  <Button size="small" onClick={() => setOpen({ kind, granted: !latest?.granted })}>
                    {latest?.granted ? m.withdraw : m.grant}
                    <span className="visually-hidden">: {m.kinds[kind]}</span>
                  </Button>
                )}
              </Row>
            );
          })}
        </Stack>
      </Panel>
      <Panel title={m.all} flush>
        <DataTable
          label={m.all}
          columns={columns}
          rows={record.consents}
          rowKey={(one) => one.id}
          empty={<EmptyState title={m.none} />}
        />
      </Panel>
      {open && <ConsentForm record={record} {...open} onClose={() => setOpen(undefined)} />}
    </Columns>
  );
}
