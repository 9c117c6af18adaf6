import type { Schemas } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { type Choice, DateInput, FieldGrid, TextInput } from "../../ui";
import { EmployerPick, WorksitePick } from "../directory/pick";
import { messages } from "./messages";
import { PartForm } from "./part_form";
import { PartsTable } from "./parts_table";
import { type PersonRecord, nameIn } from "./record";

type Employment = Schemas["Employment"];

interface FormProps {
  record: PersonRecord;
  part?: Employment;
  onClose: () => void;
}

function EmploymentForm({ record, part, onClose }: FormProps) {
  const all = useMessages(messages);
  const m = all.employments;
  const known = (of: PersonRecord, id: string | null | undefined): Choice | null =>
    id ? { id, label: nameIn(of, id) } : null;
  return (
    <PartForm
      record={record}
      path="/employments"
      title={all.tabs.employments}
      part={part}
      partsOf={(of) => of.employments}
      fieldsOf={(one: Employment | undefined, of) => ({
        worksite_id: known(of, one?.worksite_id),
        employer_id: known(of, one?.employer_id),
        employer_text: one?.employer_text ?? "",
        department: one?.department ?? "",
        shift: one?.shift ?? "",
        job_title: one?.job_title ?? "",
        started_on: one?.started_on ?? "",
        ended_on: one?.ended_on ?? "",
      })}
      body={(fields) => ({
        ...fields,
        worksite_id: fields.worksite_id?.id ?? null,
        employer_id: fields.employer_id?.id ?? null,
        started_on: fields.started_on || null,
        ended_on: fields.ended_on || null,
      })}
      words={{
        worksite_id: m.worksite,
        employer_id: m.employer,
        employer_text: m.employerText,
        department: m.department,
        shift: m.shift,
        job_title: m.job,
        started_on: m.since,
        ended_on: m.until,
      }}
      onClose={onClose}
    >
      {({ field }) => (
        <>
          <WorksitePick {...field("worksite_id")} />
          <FieldGrid>
            <EmployerPick {...field("employer_id")} />
            <TextInput {...field("employer_text")} />
            <TextInput {...field("department")} />
            <TextInput {...field("shift")} />
            <TextInput {...field("job_title")} />
            <DateInput {...field("started_on")} />
            <DateInput {...field("ended_on")} />
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
  return (
    <PartsTable
      record={record}
      title={all.tabs.employments}
      none={m.none}
      parts={record.employments}
      Form={EmploymentForm}
      columns={[
        {
          key: "worksite",
          header: m.worksite,
          cell: (one) =>
            nameIn(record, one.worksite_id) || nameIn(record, one.employer_id) || one.employer_text,
        },
        {
          key: "employer",
          header: m.employer,
          cell: (one) => nameIn(record, one.employer_id) || one.employer_text,
        },
        { key: "department", header: m.department, cell: (one) => one.department },
        { key: "shift", header: m.shift, cell: (one) => one.shift },
        { key: "job", header: m.job, cell: (one) => one.job_title },
        { key: "since", header: m.since, cell: (one) => one.started_on && date(one.started_on), whole: true },
        { key: "until", header: m.until, cell: (one) => one.ended_on && date(one.ended_on), whole: true },
      ]}
    />
  );
}
