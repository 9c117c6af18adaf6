// Whom a person leads, influences or knows, and who them; who said so, and from what.
import { useState } from "react";
import { type Schemas, fieldFaults, usePages, useSend } from "../../api";
import { useCan } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  type Choice,
  Form,
  Hint,
  Link,
  Modal,
  PagedTable,
  Panel,
  SearchSelect,
  Select,
  TextInput,
  optionsOf,
  toast,
  useToastError,
} from "../../ui";
import { searchPeople } from "../conversations/log_drawer";
import { messages } from "./messages";
import type { PersonRecord } from "./record";

type Tie = Schemas["RelationshipView"];
type Kind = Schemas["RelationshipKind"];
const topics = ["relationship"];

function AddTie({ record, onClose }: { record: PersonRecord; onClose: () => void }) {
  const m = useMessages(messages).ties;
  const [kind, setKind] = useState<Kind>("leads");
  const [other, setOther] = useState<Choice | null>(null);
  const [evidence, setEvidence] = useState("");
  const add = useSend({ topics });
  const faults = fieldFaults(add.error);
  return (
    <Modal open onClose={onClose} title={m.add}>
      <Form
        busy={add.isPending}
        disabled={!other}
        error={add.error}
        onCancel={onClose}
        onSubmit={() =>
          add.mutate(
            {
              path: `/people/${record.person.id}/relationships`,
              body: { kind, other_person_id: other!.id, evidence },
            },
            { onSuccess: onClose },
          )
        }
      >
        <Select label={record.name} value={kind} onChange={setKind} options={optionsOf(m.kinds)} />
        <SearchSelect
          label={m.other}
          searchKey="people"
          search={searchPeople}
          value={other}
          onChange={setOther}
          error={faults.other_person_id}
          required
        />
        <TextInput
          label={m.evidence}
          hint={m.evidenceHint}
          value={evidence}
          onChange={setEvidence}
          error={faults.evidence}
        />
      </Form>
    </Modal>
  );
}

export function TiesTab({ record }: { record: PersonRecord }) {
  const all = useMessages(messages);
  const m = all.ties;
  const can = useCan();
  const { moment } = useFormat();
  const failed = useToastError();
  const [adding, setAdding] = useState(false);
  const path = `/people/${record.person.id}/relationships`;
  const list = usePages<Tie>(path, { topics });
  const remove = useSend({ topics });
  return (
    <Panel
      title={all.tabs.ties}
      aside={
        can.lead_people && (
          <Button size="small" onClick={() => setAdding(true)}>
            {all.addOne}
          </Button>
        )
      }
      flush={list.items.length > 0}
    >
      <PagedTable
        label={all.tabs.ties}
        list={list}
        rowKey={(one) => one.id}
        columns={[
          {
            key: "tie",
            header: m.tie,
            cell: (one) => (one.outward ? m.kinds[one.kind] : m.inward[one.kind]),
          },
          {
            key: "other",
            header: m.other,
            cell: (one) =>
              one.other_person_id ? (
                <Link to={`/people/${one.other_person_id}`}>{one.other_name}</Link>
              ) : (
                <Hint>{m.hidden}</Hint>
              ),
          },
          { key: "evidence", header: m.evidence, cell: (one) => one.evidence },
          { key: "who", header: m.by, cell: (one) => one.user_name },
          { key: "at", header: m.at, cell: (one) => moment(one.at), whole: true },
          {
            key: "remove",
            header: all.remove,
            buttons: true,
            cell: (one) =>
              can.lead_people && (
                <Button
                  size="small"
                  variant="quiet"
                  onClick={() =>
                    remove.mutate(
                      { method: "DELETE", path: `${path}/${one.id}`, revision: one.revision },
                      { onSuccess: () => toast(all.removed), onError: failed },
                    )
                  }
                >
                  {all.remove}
                </Button>
              ),
          },
        ]}
        empty={<Hint>{m.none}</Hint>}
      />
      {adding && <AddTie record={record} onClose={() => setAdding(false)} />}
    </Panel>
  );
}
