// What each column holds: the server's guess, the first rows beside it, and the correction.
import type { Schemas } from "../../api";
import { useMessages } from "../../i18n";
import { Badge, Checkbox, type Column, DataTable, Hint, Panel, Select, Stack, TextInput } from "../../ui";
import { fieldMessages } from "./field_messages";
import { messages } from "./messages";

type Mapping = Schemas["ImportMapping"];
type ColumnMapping = Schemas["ColumnMapping"];

export interface MappingPanelProps {
  one: Schemas["ImportView"];
  sample?: Schemas["ImportSample"];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

export function MappingPanel({ one, sample, mapping, onChange }: MappingPanelProps) {
  const m = useMessages(messages);
  const fields = useMessages(fieldMessages);
  const set = (at: number, change: Partial<ColumnMapping>) =>
    onChange({
      ...mapping,
      columns: mapping.columns.map((column, index) => (index === at ? { ...column, ...change } : column)),
    });
  const rows = mapping.columns.map((column, at) => ({ ...column, at }));
  const used = rows.filter((line) => line.field !== "ignore").length;
  const columns: Column<(typeof rows)[number]>[] = [
    { key: "column", header: m.column, cell: (line) => line.column, width: "22%" },
    {
      key: "example",
      header: m.example,
      cell: (line) => (
        <Hint>
          {(sample?.rows ?? [])
            .map((row) => row[line.at])
            .filter(Boolean)
            .slice(0, 3)
            .join(" · ")
            .slice(0, 90)}
        </Hint>
      ),
    },
    {
      key: "field",
      header: m.holds,
      width: "34%",
      cell: (line) => (
        <Stack gap={4}>
          <Select
            label={m.fieldOf(line.column)}
            labelHidden
            value={line.field}
            onChange={(field) => set(line.at, { field, custom_name: field === "custom" ? line.column : "" })}
            options={one.fields.map((field) => ({ value: field, label: fields[field] }))}
          />
          {line.field === "custom" && (
            <TextInput
              label={m.customName}
              value={line.custom_name}
              onChange={(custom_name) => set(line.at, { custom_name })}
            />
          )}
        </Stack>
      ),
    },
  ];
  const preset = m.presets[mapping.preset as keyof typeof m.presets];
  return (
    <Panel
      title={m.columns}
      flush
      aside={
        <>
          {preset && <Badge tone="good">{m.readAs(preset)}</Badge>} {m.usedOf(used, rows.length)}
        </>
      }
      lead={m.columnsHint}
    >
      <DataTable label={m.columns} columns={columns} rows={rows} rowKey={(line) => String(line.at)} />
      {mapping.columns.some((column) => column.field === "birth_date") && (
        <div style={{ padding: 16 }}>
          <Checkbox
            label={m.dayFirst}
            checked={mapping.day_first}
            onChange={(day_first) => onChange({ ...mapping, day_first })}
          />
        </div>
      )}
    </Panel>
  );
}
