// What each column holds: the server's guess, the first rows beside it, and the correction.
import { number, useMessages } from "../../i18n";
import { Checkbox, type Column, DataTable, Hint, Panel, Select, Stack, TextInput } from "../../ui";
import { messages } from "./messages";
import type { ColumnMapping, FieldName, Import, Mapping, Sample } from "./types";

interface Props {
  one: Import;
  sample?: Sample;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

export function MappingPanel({ one, sample, mapping, onChange }: Props) {
  const m = useMessages(messages);
  const set = (at: number, change: Partial<ColumnMapping>) =>
    onChange({
      ...mapping,
      columns: mapping.columns.map((column, index) => (index === at ? { ...column, ...change } : column)),
    });
  const rows = mapping.columns.map((column, at) => ({ ...column, at }));
  type Line = (typeof rows)[number];
  const columns: Column<Line>[] = [
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
          <Select<FieldName>
            label={m.fieldOf(line.column)}
            labelHidden
            disabled={!one.can.map}
            value={line.field}
            onChange={(field) => set(line.at, { field, custom_name: field === "custom" ? line.column : "" })}
            options={one.fields.map((field) => ({ value: field, label: m.fields[field] }))}
          />
          {line.field === "custom" && (
            <TextInput
              label={m.customName}
              disabled={!one.can.map}
              value={line.custom_name}
              onChange={(custom_name) => set(line.at, { custom_name })}
            />
          )}
        </Stack>
      ),
    },
  ];
  const hasDates = mapping.columns.some((column) => column.field === "birth_date");
  return (
    <Panel title={m.columns} aside={<Hint>{number(mapping.columns.length)}</Hint>}>
      <Stack>
        <Hint>{m.columnsHint}</Hint>
        <DataTable label={m.columns} columns={columns} rows={rows} rowKey={(line) => String(line.at)} />
        {hasDates && (
          <Checkbox
            label={m.dayFirst}
            checked={mapping.day_first}
            disabled={!one.can.map}
            onChange={(day_first) => onChange({ ...mapping, day_first })}
          />
        )}
      </Stack>
    </Panel>
  );
}
