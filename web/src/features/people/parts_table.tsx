// Memberships, employments and the like of a person: a table with a button at each, and one to add another.
import { type ComponentType, useState } from "react";
import { useCan } from "../../app/session";
import { useMessages } from "../../i18n";
import { Button, type Column, DataTable, Hint, Panel } from "../../ui";
import { messages } from "./messages";
import type { PersonRecord } from "./record";

export interface PartsTableProps<P> {
  record: PersonRecord;
  title: string;
  /** What to say where there are none. */
  none: string;
  parts: P[];
  columns: Column<P>[];
  Form: ComponentType<{ record: PersonRecord; part?: P; onClose: () => void }>;
}

export function PartsTable<P extends { id: string }>(props: PartsTableProps<P>) {
  const { record, title, parts, Form } = props;
  const m = useMessages(messages);
  const can = useCan();
  const [open, setOpen] = useState<P | "new">();
  const edit: Column<P> = {
    key: "edit",
    header: m.edit,
    buttons: true,
    cell: (one) => (
      <Button size="small" variant="quiet" onClick={() => setOpen(one)}>
        {m.edit}
      </Button>
    ),
  };
  return (
    <Panel
      title={title}
      aside={
        can.lead_people && (
          <Button size="small" onClick={() => setOpen("new")}>
            {m.addOne}
          </Button>
        )
      }
      flush={parts.length > 0}
    >
      <DataTable
        label={title}
        columns={can.lead_people ? [...props.columns, edit] : props.columns}
        rows={parts}
        rowKey={(one) => one.id}
        empty={<Hint>{props.none}</Hint>}
      />
      {open && (
        <Form record={record} part={open === "new" ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </Panel>
  );
}
