// What is recorded of a person in the workspace's own fields: "shirt size", "badge number".
import { useState } from "react";
import { type Schemas, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useMessages } from "../../i18n";
import { Hint } from "../../ui";
import { CustomValueForm } from "./custom_value_form";
import { messages } from "./messages";
import { PartsPanel } from "./parts_panel";
import { type PersonRecord, nameIn } from "./record";

type Value = Schemas["CustomValue"];

export function CustomValuesPanel({ record }: { record: PersonRecord }) {
  const m = useMessages(messages).own;
  const can = useCan();
  const fields = usePages<Schemas["CustomField"]>("/custom-fields", { topics: ["custom_field"] });
  const [open, setOpen] = useState<Value | "new">();
  const values = record.custom_values;
  const free = fields.items.filter((field) => !values.some((one) => one.custom_field_id === field.id));
  const name = (value: Value) => nameIn(record, value.custom_field_id);
  // Most workspaces have no fields of their own.
  if (values.length === 0 && (free.length === 0 || !can.lead_people)) return null;
  return (
    <>
      <PartsPanel
        title={m.title}
        none={m.none}
        parts={values}
        name={name}
        onOpen={setOpen}
        complete={free.length === 0}
      >
        {(value) => (
          <span>
            <Hint>{name(value)}:</Hint> {value.value}
          </span>
        )}
      </PartsPanel>
      {open && (
        <CustomValueForm
          record={record}
          value={open === "new" ? undefined : open}
          free={free}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
