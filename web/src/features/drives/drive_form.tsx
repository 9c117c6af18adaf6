// Starting a drive, and changing what is written of it.
import { useNavigate } from "react-router";
import { type Schemas, request, useGet, usePages } from "../../api";
import { useSession } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import {
  type Choice,
  DateInput,
  FieldGrid,
  NumberInput,
  RecordDialog,
  Select,
  TextInput,
  Textarea,
} from "../../ui";
import { OrganizationPick } from "../directory/pick";
import { messages } from "./messages";

type Record = Schemas["DriveRecord"];
type Drive = Schemas["Drive"];

export interface DriveFormProps {
  /** None for a new one. */
  record?: Record;
  /** What a new one is for, where that is known: "candidate:12" or "slate:7". */
  target?: string;
  /** Who shall decide, where that is known. */
  organization?: Choice;
  onClose: () => void;
}

/** "slate:7" or "candidate:12": a drive is for one of the two. */
const targetOf = (drive: Drive) =>
  drive.slate_id ? `slate:${drive.slate_id}` : `candidate:${drive.candidate_id ?? ""}`;

const fieldsOf = ({ drive, organization_name }: Schemas["DriveSummary"]) => ({
  organization_id: { id: drive.organization_id, label: organization_name } as Choice | null,
  target: targetOf(drive),
  user_id: drive.user_id ?? "",
  goal: drive.goal as number | null,
  needed_by: drive.needed_by ?? "",
  ask: drive.ask,
  script: drive.script,
  mover: drive.mover,
  seconder: drive.seconder,
  note: drive.note,
});
type Fields = ReturnType<typeof fieldsOf>;

const seen = ({ summary }: Record) => ({ fields: fieldsOf(summary), revision: summary.drive.revision });

function bodyOf({ target, organization_id, ...fields }: Fields, drive: Drive | undefined) {
  const [kind, id] = target.split(":");
  return {
    ...fields,
    kind: drive?.kind ?? "endorsement",
    organization_id: organization_id?.id ?? "0",
    worksite_id: drive?.worksite_id ?? null,
    candidate_id: kind === "candidate" ? id : null,
    slate_id: kind === "slate" ? id : null,
    user_id: fields.user_id || null,
    needed_by: fields.needed_by || null,
  };
}

/** Candidates and slates to choose from. */
function useTargets() {
  const m = useMessages(messages);
  const candidates = usePages<Schemas["CandidateView"]>("/candidates", {
    query: { limit: 200 },
    topics: ["candidate"],
  });
  const slates = useGet<{ items: Schemas["SlateView"][] }>("/slates", {
    query: { limit: 200 },
    topics: ["slate"],
  });
  return [
    ...(slates.data?.items ?? []).map((one) => ({
      value: `slate:${one.slate.id}`,
      label: m.wholeSlate(one.slate.name),
    })),
    ...candidates.items.map((one) => ({
      value: `candidate:${one.candidate.id}`,
      label: `${one.name} · ${one.race.name}`,
    })),
  ];
}

/** Who can be responsible: anybody who leads people here. */
function useOwners(record: Record | undefined) {
  const m = useMessages(messages);
  const me = useSession().user.id;
  const colleagues = useGet<{ items: Schemas["Colleague"][] }>("/colleagues", {
    query: { limit: 200 },
    topics: ["user_role"],
  });
  const owner = record?.summary.drive.user_id;
  const others = (colleagues.data?.items ?? []).filter((one) => one.id !== me);
  return [
    { value: "", label: m.ownerNone },
    { value: me, label: m.ownerMe },
    ...others.map((one) => ({ value: one.id, label: one.name })),
    ...(owner && owner !== me && !others.some((one) => one.id === owner)
      ? [{ value: owner, label: record.summary.owner_name ?? "" }]
      : []),
  ];
}

export function DriveForm({ record, target = "", organization, onClose }: DriveFormProps) {
  const m = useMessages(messages);
  const { date } = useFormat();
  const navigate = useNavigate();
  const me = useSession().user.id;
  const drive = record?.summary.drive;
  const targets = useTargets();
  const owners = useOwners(record);
  const named = (options: { value: string; label: string }[], value: string) =>
    options.find((one) => one.value === value)?.label ?? value;
  const blank: Fields = {
    organization_id: organization ?? null,
    target,
    user_id: me,
    goal: null,
    needed_by: "",
    ask: "",
    script: "",
    mover: "",
    seconder: "",
    note: "",
  };
  return (
    <RecordDialog<Fields, Record>
      title={record ? m.editDrive(record.summary.target_name, record.summary.organization_name) : m.newDrive}
      seen={record ? seen(record) : { fields: blank }}
      reread={drive && (async () => seen(await request<Record>("GET", `/drives/${drive.id}`)))}
      path={drive ? `/drives/${drive.id}` : "/drives"}
      body={(fields) => bodyOf(fields, drive)}
      topics={["drive"]}
      words={{
        organization_id: m.organization,
        target: m.candidateOrSlate,
        user_id: m.owner,
        goal: m.goal,
        needed_by: m.neededBy,
        ask: m.ask,
        script: m.script,
        mover: m.mover,
        seconder: m.seconder,
        note: m.note,
      }}
      say={{
        target: (value) => named(targets, value),
        user_id: (value) => named(owners, value),
        needed_by: (value) => date(value),
      }}
      onClose={onClose}
      onSaved={(saved) => {
        onClose();
        if (!drive) void navigate(`/drives/${saved.summary.drive.id}`);
      }}
      onRemoved={drive && (() => void navigate("/drives", { replace: true }))}
    >
      {({ field, faults }) => (
        <>
          <FieldGrid>
            <OrganizationPick {...field("organization_id")} required />
            <Select
              {...field("target")}
              error={faults.candidate_id ?? faults.slate_id}
              required
              placeholder={m.choose}
              options={targets}
            />
            <Select {...field("user_id")} options={owners} />
            <DateInput {...field("needed_by")} />
            <NumberInput {...field("goal")} hint={m.goalHint} min={0} />
          </FieldGrid>
          <TextInput {...field("ask")} hint={m.askHint} />
          <Textarea {...field("script")} />
          <FieldGrid>
            <TextInput {...field("mover")} />
            <TextInput {...field("seconder")} />
          </FieldGrid>
          <Textarea {...field("note")} />
        </>
      )}
    </RecordDialog>
  );
}
