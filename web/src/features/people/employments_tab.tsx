import { useState } from "react";
import { useCan } from "../../app/session";
import type { Schemas } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  type Choice,
  type Column,
  DataTable,
  DateInput,
  EmptyState,
  FieldGrid,
  Panel,
  TextInput,
} from "../../ui";
import { EmployerPick, WorksitePick } from "../directory/pick";
import { messages } from "./messages";
import { PartForm } from "./part_form";
import { type PersonRecord, nameIn } from "./record";

type Employment = Schemas["Employment"];

function EmploymentForm({
  record,
  employment,
  onClose,
}: {
  record: PersonRecord;
  employment?: Employment;
  onClose: () => void;
}) {
  const all = useMessages(messages);
  const m = all.employments;
  const known = (id: string | null | undefined): Choice | null =>
    id ? { id, label: nameIn(record, id) } : null;
  const [worksite, setWorksite] = useState(known(employment?.worksite_id));
  const [employer, setEmployer] = useState(known(employment?.employer_id));
  const [draft, setDraft] = useState({
    employer_text: employment?.employer_text ?? "",
    department: employment?.department ?? "",
    shift: employment?.shift ?? "",
    job_title: employment?.job_title ?? "",
    started_on: employment?.started_on ?? "",
    ended_on: employment?.ended_on ?? "",
  });
  const text = (name: "employer_text" | "department" | "shift" | "job_title") => ({
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  return (
    <PartForm
      personId={record.person.id}
      path="/employments"
      title={all.tabs.employments}
      existing={employment}
      body={{
        ...draft,
        worksite_id: worksite?.id ?? null,
        employer_id: employer?.id ?? null,
        started_on: draft.started_on || null,
        ended_on: draft.ended_on || null,
      }}
      onClose={onClose}
    >
      {(faults) => (
        <>
          <WorksitePick
            label={m.worksite}
            value={worksite}
            onChange={setWorksite}
            error={faults.worksite_id}
          />
          <FieldGrid>
            <EmployerPick
              label={m.employer}
              value={employer}
              onChange={setEmployer}
              error={faults.employer_id}
            />
            <TextInput label={m.employerText} error={faults.employer_text} {...text("employer_text")} />
            <TextInput label={m.department} error={faults.department} {...text("department")} />
            <TextInput label={m.shift} error={faults.shift} {...text("shift")} />
            <TextInput label={m.job} error={faults.job_title} {...text("job_title")} />
            <DateInput
              label={m.since}
              value={draft.started_on}
              error={faults.started_on}
              onChange={(started_on) => setDraft({ ...draft, started_on })}
            />
            <DateInput
              label={m.until}
              value={draft.ended_on}
              error={faults.ended_on}
              onChange={(ended_on) => setDraft({ ...draft, ended_on })}
            />
          </FieldGrid>
        </>
      )}
    </PartForm>
  );
}

export function EmploymentsTab({ record }: { record: PersonRecord }) {
  const all = useMessages(messages);
  const m = all.employments;
  const { date } = useFormat();
  const can = useCan();
  const [open, setOpen] = useState<Employment | "new">();
  const columns: Column<Employment>[] = [
    {
      key: "worksite",
      header: m.worksite,
      cell: (one) => nameIn(record, one.worksite_id) || nameIn(record, one.employer_id) || one.employer_text,
    },
    {
      key: "employer",
      header: m.employer,
      cell: (one) => nameIn(record, one.employer_id) || one.employer_text,
    },
    { key: "department", header: m.department, cell: (one) => one.department },
    { key: "shift", header: m.shift, cell: (one) => one.shift },
    { key: "job", header: m.job, cell: (one) => one.job_title },
    { key: "since", header: m.since, cell: (one) => one.started_on && date(one.started_on) },
    { key: "until", header: m.until, cell: (one) => one.ended_on && date(one.ended_on) },
    {
      key: "edit",
      header: all.edit,
      cell: (one) =>
        can.lead_people ? (
          <Button size="small" variant="quiet" onClick={() => setOpen(one)}>
            {all.edit}
          </Button>
        ) : null,
    },
  ];
  const add = can.lead_people && (
    <Button size="small" onClick={() => setOpen("new")}>
      {all.addOne}
    </Button>
  );
  return (
    <Panel title={all.tabs.employments} aside={add} flush>
      <DataTable
        label={all.tabs.employments}
        columns={columns}
        rows={record.employments}
        rowKey={(one) => one.id}
        empty={<EmptyState title={m.none} />}
      />
      {open && (
        <EmploymentForm
          record={record}
          employment={open === "new" ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Panel>
  );
}
