import { useState } from "react";
import { useCan } from "../../app/session";
import type { Schemas } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  Badge,
  Button,
  Columns,
  DataTable,
  Hidden,
  Hint,
  Panel,
  RecordDialog,
  Row,
  Stack,
  TextInput,
} from "../../ui";
import { messages } from "./messages";
import { type PersonRecord, recordTopics } from "./record";

type Consent = Schemas["Consent"];
const kinds: Consent["kind"][] = ["email", "text", "introduction"];

/** The newest word on each kind. The record's consents are the newest first. */
export const consentsInForce = (record: PersonRecord): Consent[] =>
  kinds.flatMap((kind) => record.consents.find((one) => one.kind === kind) ?? []);

interface ConsentFormProps {
  record: PersonRecord;
  kind: Consent["kind"];
  granted: boolean;
  onClose: () => void;
}

function ConsentForm({ record, kind, granted, onClose }: ConsentFormProps) {
  const m = useMessages(messages).consents;
  return (
    <RecordDialog
      title={`${m.kinds[kind]}: ${granted ? m.granted : m.refused}`}
      size="medium"
      seen={{ fields: { wording: "" } }}
      path={`/people/${record.person.id}/consents`}
      body={({ wording }) => ({ kind, granted, wording })}
      topics={recordTopics}
      words={m}
      onClose={onClose}
      onSaved={onClose}
    >
      {({ field }) => <TextInput {...field("wording")} hint={m.wordingHint} required={granted} autoFocus />}
    </RecordDialog>
  );
}

function GrantedBadge({ consent }: { consent?: Consent }) {
  const m = useMessages(messages).consents;
  if (!consent) return <Badge>{m.unknown}</Badge>;
  return <Badge tone={consent.granted ? "good" : "bad"}>{consent.granted ? m.granted : m.refused}</Badge>;
}

export function ConsentsTab({ record }: { record: PersonRecord }) {
  const all = useMessages(messages);
  const m = all.consents;
  const { moment } = useFormat();
  const can = useCan();
  const [open, setOpen] = useState<{ kind: Consent["kind"]; granted: boolean }>();
  const inForce = consentsInForce(record);
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
                  <GrantedBadge consent={latest} />
                </Row>
                {can.lead_people && (
                  <Button size="small" onClick={() => setOpen({ kind, granted: !latest?.granted })}>
                    {latest?.granted ? m.withdraw : m.grant}
                    <Hidden>: {m.kinds[kind]}</Hidden>
                  </Button>
                )}
              </Row>
            );
          })}
        </Stack>
      </Panel>
      <Panel title={m.all} flush={record.consents.length > 0}>
        <DataTable
          label={m.all}
          columns={[
            { key: "kind", header: all.details.kind, cell: (one) => m.kinds[one.kind] },
            { key: "granted", header: m.said, cell: (one) => <GrantedBadge consent={one} /> },
            { key: "at", header: m.when, cell: (one) => moment(one.at), whole: true },
            { key: "wording", header: m.wording, cell: (one) => one.wording },
          ]}
          rows={record.consents}
          rowKey={(one) => one.id}
          empty={<Hint>{m.none}</Hint>}
        />
      </Panel>
      {open && <ConsentForm record={record} {...open} onClose={() => setOpen(undefined)} />}
    </Columns>
  );
}
