// A dialog for one thing that belongs to a person: adding it, or changing what was there.
import type { ReactNode } from "react";
import { ApiError, request } from "../../api";
import { useMessages } from "../../i18n";
import { type Draft, RecordDialog, type RecordFormProps } from "../../ui";
import { messages } from "./messages";
import { type PersonRecord, recordTopics } from "./record";

interface Part {
  id: string;
  revision: string;
}

export interface PartFormProps<P extends Part, D extends object> extends Pick<
  RecordFormProps<D, PersonRecord>,
  "body" | "words" | "say"
> {
  record: PersonRecord;
  /** "/memberships" */
  path: string;
  title: string;
  /** What is changed; none when it is new. */
  part?: P;
  /** Where such parts stand in a record. */
  partsOf: (record: PersonRecord) => P[];
  fieldsOf: (part: P | undefined, record: PersonRecord) => D;
  /** Whether it can be taken away. */
  removable?: boolean;
  onClose: () => void;
  children: (form: Draft<D>) => ReactNode;
}

export function PartForm<P extends Part, D extends object>(props: PartFormProps<P, D>) {
  const { record, part, partsOf, fieldsOf, onClose, removable = true } = props;
  const m = useMessages(messages);
  const person = `/people/${record.person.id}`;
  const seen = (one: P | undefined, of: PersonRecord) => ({
    fields: fieldsOf(one, of),
    revision: one?.revision,
  });
  const reread = async () => {
    const now = await request<PersonRecord>("GET", person);
    const found = partsOf(now).find((one) => one.id === part!.id);
    if (!found) throw new ApiError("not_found", 404, m.gone);
    return seen(found, now);
  };
  return (
    <RecordDialog<D, PersonRecord>
      title={props.title}
      size="medium"
      seen={seen(part, record)}
      reread={part && reread}
      path={person + props.path + (part ? `/${part.id}` : "")}
      body={props.body}
      topics={recordTopics}
      words={props.words}
      say={props.say}
      onClose={onClose}
      onSaved={onClose}
      onRemoved={part && removable ? onClose : undefined}
    >
      {props.children}
    </RecordDialog>
  );
}
