// All drives, with what is missing before the next stage of each.
import { useState } from "react";
import { type Schemas, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import {
  Badge,
  Button,
  Checkbox,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  Grow,
  Page,
  PageHeader,
  Panel,
  Select,
  TextInput,
  Toolbar,
  useUrlState,
} from "../../ui";
import { DriveForm } from "./drive_form";
import { messages } from "./messages";
import { StageDots } from "./stages";

type Summary = Schemas["DriveSummary"];

export const driveTopics = ["drive", "drive_move", "assessment", "endorsement", "organization"];

export function useDriveColumns(): Column<Summary>[] {
  const m = useMessages(messages);
  const { number, date, daysLeft } = useFormat();
  return [
    { key: "organization", header: m.organization, cell: (one) => one.organization_name },
    { key: "target", header: m.target, cell: (one) => one.target_name },
    {
      key: "stage",
      header: m.stage,
      cell: (one) =>
        one.drive.outcome === "open" ? (
          <StageDots stage={one.drive.stage} />
        ) : (
          <Badge tone={one.drive.outcome === "endorsed" ? "good" : "plain"}>
            {m.outcomes[one.drive.outcome]}
          </Badge>
        ),
    },
    {
      key: "support",
      header: m.support,
      align: "right",
      cell: (one) => m.supportOf(number(one.counts.supporters), number(one.counts.members)),
      sortBy: (one) => one.counts.supporters / Math.max(1, one.counts.members),
    },
    {
      key: "next",
      header: m.next,
      cell: (one) => {
        const first = one.drive.outcome === "open" ? one.missing[0] : undefined;
        return first ? m.requirements[first.code] : "";
      },
    },
    {
      key: "needed",
      header: m.neededBy,
      cell: (one) =>
        one.drive.needed_by ? (
          one.late ? (
            <Badge tone="bad">
              {date(one.drive.needed_by)} · {m.late}
            </Badge>
          ) : (
            `${date(one.drive.needed_by)}${one.days_left === null || one.days_left === undefined ? "" : ` · ${daysLeft(one.drive.needed_by)}`}`
          )
        ) : (
          ""
        ),
      sortBy: (one) => one.drive.needed_by ?? "9999",
    },
    { key: "owner", header: m.owner, cell: (one) => one.owner_name ?? "" },
  ];
}

export function DrivesPage() {
  const m = useMessages(messages);
  const can = useCan();
  const [filters, setFilters] = useUrlState({ search: "", stage: "", outcome: "", late: "" });
  const [adding, setAdding] = useState(false);
  const found = usePages<Summary>("/drives", {
    query: { ...filters, search: filters.search.trim() },
    topics: driveTopics,
    keep: true,
  });
  const columns = useDriveColumns();
  const filtered = Object.values(filters).some(Boolean);
  const options = (words: Record<string, string>, every: string) => [
    { value: "", label: every },
    ...Object.entries(words).map(([value, label]) => ({ value, label })),
  ];
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
        <Grow>
          <TextInput
            label={m.search}
            labelHidden
            type="search"
            placeholder={m.searchDrives}
            value={filters.search}
            onChange={(search) => setFilters({ search })}
          />
        </Grow>
        <Select
          label={m.stage}
          labelHidden
          value={filters.stage}
          onChange={(stage) => setFilters({ stage })}
          options={options(m.stages, m.everyStage)}
        />
        <Select
          label={m.outcome}
          labelHidden
          value={filters.outcome}
          onChange={(outcome) => setFilters({ outcome })}
          options={options(m.outcomes, m.everyOutcome)}
        />
        <Checkbox
          label={m.onlyLate}
          checked={filters.late === "true"}
          onChange={(late) => setFilters({ late: late ? "true" : "" })}
        />
      </Toolbar>
      <Panel flush>
        {found.error ? (
          <ErrorState error={found.error} retry={() => void found.refetch()} />
        ) : (
          <DataTable
            label={m.drives}
            columns={columns}
            rows={found.items}
            rowKey={(one) => one.drive.id}
            rowTo={(one) => `/drives/${one.drive.id}`}
            loading={found.isPending}
            more={found.more}
            loadingMore={found.loadingMore}
            empty={
              filtered ? (
                <EmptyState
                  title={m.noMatch}
                  action={
                    <Button onClick={() => setFilters({ search: "", stage: "", outcome: "", late: "" })}>
                      {m.clear}
                    </Button>
                  }
                >
                  {m.noMatchText}
                </EmptyState>
              ) : (
                <EmptyState title={m.none}>{m.noneText}</EmptyState>
              )
            }
          />
        )}
      </Panel>
      {adding && <DriveForm onClose={() => setAdding(false)} />}
    </Page>
  );
}
