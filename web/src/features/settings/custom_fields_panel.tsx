// The workspace's own fields of people: "badge number", "shirt size".
import { useState } from "react";
import { type Page, type Schemas, ApiError, request, usePages } from "../../api";
import { useMessages } from "../../i18n";
import { Button, Hint, PagedTable, Panel, RecordDialog, TextInput } from "../../ui";
import { messages } from "./messages";

type Field = Schemas["CustomField"];
const topics = ["custom_field"];

const seen = (field?: Field) => ({ revision: field?.revision, fields: { name: field?.name ?? "" } });

function FieldForm({ field: one, onClose }: { field?: Field; onClose: () => void }) {
  const m = useMessages(messages).fields;
  const reread = async () => {
    const found = await request<Page<Field>>("GET", "/custom-fields");
    const now = found.items.find((other) => other.id === one!.id);
    if (!now) throw new ApiError("not_found", 404, m.gone);
    return seen(now);
  };
  return (
    <RecordDialog
      title={one?.name ?? m.add}
      size="medium"
      seen={seen(one)}
      reread={one && reread}
      path={one ? `/custom-fields/${one.id}` : "/custom-fields"}
      method={one ? "PATCH" : "POST"}
      topics={topics}
      words={m}
      onClose={onClose}
      onSaved={onClose}
      onRemoved={one && onClose}
    >
      {({ field }) => <TextInput {...field("name")} required autoFocus />}
    </RecordDialog>
  );
}

export function CustomFieldsPanel() {
  const m = useMessages(messages).fields;
  const list = usePages<Field>("/custom-fields", { topics });
  const [open, setOpen] = useState<Field | "new">();
  return (
    <Panel
      title={m.title}
      aside={
        <Button size="small" onClick={() => setOpen("new")}>
          {m.add}
        </Button>
      }
      flush={list.items.length > 0}
    >
      <PagedTable
        label={m.title}
        list={list}
        columns={[{ key: "name", header: m.name, cell: (one) => one.name }]}
        rowKey={(one) => one.id}
        onRow={setOpen}
        empty={<Hint>{m.none}</Hint>}
      />
      {open && <FieldForm field={open === "new" ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Panel>
  );
}
