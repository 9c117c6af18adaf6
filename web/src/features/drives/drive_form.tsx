// Starting a drive, and changing what is written of it.
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { type Schemas, fieldFaults, isKind, useGet, usePages, useSend } from "../../api";
import { useSession } from "../../app/session";
import { useMessages } from "../../i18n";
import {
  Button,
  Callout,
  type Choice,
  DateInput,
  FieldGrid,
  FormError,
  Modal,
  NumberInput,
  Row,
  Select,
  Stack,
  TextInput,
  Textarea,
  toast,
} from "../../ui";
import { OrganizationPick } from "../directory/pick";
import { messages } from "./messages";

type Record = Schemas["DriveRecord"];

export interface DriveFormProps {
  /** None for a new one. */
  record?: Record;
  /** What a new one is for, where that is known: "candidate:12" or "slate:7". */
  target?: string;
  onClose: () => void;
}

const targetOf = (drive: Schemas["Drive"]) =>
  drive.slate_id ? `slate:${drive.slate_id}` : `candidate:${drive.candidate_id ?? ""}`;

export function DriveForm({ record, target = "", onClose }: DriveFormProps) {
  const m = useMessages(messages);
  const navigate = useNavigate();
  const me = useSession().user.id;
  const drive = record?.summary.drive;
  const [organization, setOrganization] = useState<Choice | null>(
    record ? { id: drive!.organization_id, label: record.summary.organization_name } : null,
  );
  const [draft, setDraft] = useState({
    target: drive ? targetOf(drive) : target,
    user_id: drive ? (drive.user_id ?? "") : me,
    goal: drive ? drive.goal : null,
    needed_by: drive?.needed_by ?? "",
    ask: drive?.ask ?? "",
    script: drive?.script ?? "",
    mover: drive?.mover ?? "",
    seconder: drive?.seconder ?? "",
    note: drive?.note ?? "",
  });
  const candidates = usePages<Schemas["CandidateView"]>("/candidates", {
    query: { limit: 200 },
    topics: ["candidate"],
  });
  const slates = useGet<{ items: Schemas["SlateView"][] }>("/slates", {
    query: { limit: 200 },
    topics: ["slate"],
  });
  const save = useSend<Record>({ topics: ["drive"] });
  const remove = useSend({ topics: ["drive"] });
  const faults = fieldFaults(save.error);
  const text = (name: "mover" | "seconder") => ({
    label: m[name],
    value: draft[name],
    error: faults[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [kind, id] = draft.target.split(":");
    const body = {
      kind: drive?.kind ?? "endorsement",
      organization_id: organization?.id ?? "0",
      worksite_id: drive?.worksite_id ?? null,
      candidate_id: kind === "candidate" ? id : null,
      slate_id: kind === "slate" ? id : null,
      user_id: draft.user_id || null,
      goal: draft.goal,
      needed_by: draft.needed_by || null,
      ask: draft.ask,
      script: draft.script,
      mover: draft.mover,
      seconder: draft.seconder,
      note: draft.note,
    };
    save.mutate(
      drive
        ? { method: "PUT", path: `/drives/${drive.id}`, body, revision: drive.revision }
        : { path: "/drives", body },
      {
        onSuccess: (saved) => {
          toast(m.saved);
          onClose();
          if (!drive) void navigate(`/drives/${saved.summary.drive.id}`);
        },
      },
    );
  };
  const owners = [
    { value: "", label: m.ownerNone },
    { value: me, label: m.ownerMe },
    ...(drive?.user_id && drive.user_id !== me
      ? [{ value: drive.user_id, label: m.ownerKeep(record!.summary.owner_name ?? "") }]
      : []),
  ];
  return (
    <Modal open onClose={onClose} title={drive ? m.edit : m.newDrive} size="large">
      <form onSubmit={submit}>
        <Stack gap={14}>
          {isKind(save.error, "stale") && <Callout tone="warn">{m.stale}</Callout>}
          <FieldGrid>
            <OrganizationPick
              label={m.organization}
              value={organization}
              onChange={setOrganization}
              error={faults.organization_id}
              required
            />
            <Select
              label={m.candidateOrSlate}
              required
              value={draft.target}
              placeholder={m.choose}
              error={faults.candidate_id ?? faults.slate_id}
              onChange={(value) => setDraft({ ...draft, target: value })}
              options={[
                ...(slates.data?.items ?? []).map((one) => ({
                  value: `slate:${one.slate.id}`,
                  label: m.wholeSlate(one.slate.name),
                })),
                ...candidates.items.map((one) => ({
                  value: `candidate:${one.candidate.id}`,
                  label: `${one.name} · ${one.race.name}`,
                })),
              ]}
            />
            <Select
              label={m.owner}
              value={draft.user_id}
              error={faults.user_id}
              onChange={(user_id) => setDraft({ ...draft, user_id })}
              options={owners}
            />
            <DateInput
              label={m.neededBy}
              value={draft.needed_by}
              error={faults.needed_by}
              onChange={(needed_by) => setDraft({ ...draft, needed_by })}
            />
            <NumberInput
              label={m.goal}
              hint={m.goalHint}
              value={draft.goal}
              min={0}
              error={faults.goal}
              onChange={(goal) => setDraft({ ...draft, goal })}
            />
          </FieldGrid>
          <TextInput
            label={m.ask}
            hint={m.askHint}
            value={draft.ask}
            error={faults.ask}
            onChange={(ask) => setDraft({ ...draft, ask })}
          />
          <Textarea
            label={m.script}
            value={draft.script}
            error={faults.script}
            onChange={(script) => setDraft({ ...draft, script })}
          />
          <FieldGrid>
            <TextInput {...text("mover")} />
            <TextInput {...text("seconder")} />
          </FieldGrid>
          <Textarea
            label={m.note}
            value={draft.note}
            error={faults.note}
            onChange={(note) => setDraft({ ...draft, note })}
          />
          {remove.error && isKind(remove.error, "conflict") && <Callout tone="warn">{m.removeText}</Callout>}
          {!isKind(save.error, "stale") && <FormError error={save.error} />}
          <Row spread>
            <Row>
              <Button type="submit" variant="primary" busy={save.isPending}>
                {m.save}
              </Button>
              <Button onClick={onClose}>{m.cancel}</Button>
            </Row>
            {drive && (
              <Button
                variant="danger"
                busy={remove.isPending}
                onClick={() =>
                  remove.mutate(
                    { method: "DELETE", path: `/drives/${drive.id}`, revision: drive.revision },
                    {
                      onSuccess: () => {
                        toast(m.removed);
                        void navigate("/drives", { replace: true });
                      },
                    },
                  )
                }
              >
                {m.remove}
              </Button>
            )}
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}
