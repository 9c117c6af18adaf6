// All drives, with what is missing before the next stage of each.
import { useState } from "react";
import { type Schemas, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useMessages } from "../../i18n";
import {
  Button,
  Checkbox,
  EmptyState,
  FilterSelect,
  Page,
  PageHeader,
  PagedTable,
  Panel,
  SearchBox,
  Toolbar,
  optionsOf,
  useFilters,
} from "../../ui";
import { driveTopics, useDriveColumns } from "./drive_columns";
import { DriveForm } from "./drive_form";
import { messages } from "./messages";

export function DrivesPage() {
  const m = useMessages(messages);
  const can = useCan();
  const { filters, set, clear } = useFilters({ search: "", stage: "", outcome: "", late: "" });
  const [adding, setAdding] = useState(false);
  const list = usePages<Schemas["DriveSummary"]>("/drives", {
    query: { ...filters, search: filters.search.trim() },
    topics: driveTopics,
    keep: true,
  });
  const columns = useDriveColumns();
  return (
    <Page>
      <PageHeader
        title={m.drives}
        status={m.drivesStatus}
        actions={
          can.organize && (
            <Button variant="primary" onClick={() => setAdding(true)}>
              {m.newDrive}
            </Button>
          )
        }
      />
      <Toolbar>
        <SearchBox
          placeholder={m.searchDrives}
          value={filters.search}
          onChange={(search) => set({ search })}
        />
        <FilterSelect
          label={m.stage}
          every={m.everyStage}
          options={optionsOf(m.stages)}
          value={filters.stage}
          onChange={(stage) => set({ stage })}
        />
        <FilterSelect
          label={m.outcome}
          every={m.everyOutcome}
          options={optionsOf(m.outcomes)}
          value={filters.outcome}
          onChange={(outcome) => set({ outcome })}
        />
        <Checkbox
          label={m.onlyLate}
          checked={filters.late === "true"}
          onChange={(late) => set({ late: late ? "true" : "" })}
        />
      </Toolbar>
      <Panel flush>
        <PagedTable
          label={m.drives}
          list={list}
          columns={columns}
          rowKey={(one) => one.drive.id}
          rowTo={(one) => `/drives/${one.drive.id}`}
          onClear={clear}
          empty={<EmptyState title={m.none}>{m.noneText}</EmptyState>}
        />
      </Panel>
      {adding && <DriveForm onClose={() => setAdding(false)} />}
    </Page>
  );
}
