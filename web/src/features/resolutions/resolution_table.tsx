import type { ReactNode } from "react";
import type { Schemas, usePages } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { Badge, type Column, PagedTable } from "../../ui";
import { messages } from "./messages";

type Summary = Schemas["ResolutionSummary"];

const tones = {
  draft: "plain",
  moved: "warn",
  adopted: "good",
  defeated: "bad",
  withdrawn: "plain",
} as const;

export const StateBadge = ({ state }: { state: Summary["state"] }) => (
  <Badge tone={tones[state]}>{useMessages(messages).states[state]}</Badge>
);

export interface ResolutionTableProps {
  list: ReturnType<typeof usePages<Summary>>;
  /** On a drive's page: whose they are is said there. */
  inDrive?: boolean;
  onClear?: (() => void) | false;
  empty: ReactNode;
}

/** Resolutions, newest first. */
export function ResolutionTable({ list, inDrive, onClear, empty }: ResolutionTableProps) {
  const m = useMessages(messages);
  const { date, number } = useFormat();
  const columns: Column<Summary>[] = [
    { key: "title", header: m.resolution, cell: (one) => one.title, primary: true },
    { key: "organization", header: m.organization, cell: (one) => one.organization },
    { key: "state", header: m.stateFilter, cell: (one) => <StateBadge state={one.state} /> },
    {
      key: "mover",
      header: m.movedBy,
      cell: (one) => [one.mover, one.moved_on && date(one.moved_on)].filter(Boolean).join(", "),
    },
    { key: "version", header: m.version, align: "right", cell: (one) => number(one.latest_version) },
  ];
  return (
    <PagedTable
      label={m.title}
      list={list}
      columns={inDrive ? columns.filter((column) => column.key !== "organization") : columns}
      rowKey={(one) => one.id}
      rowTo={(one) => `/resolutions/${one.id}`}
      onClear={onClear}
      empty={empty}
    />
  );
}
