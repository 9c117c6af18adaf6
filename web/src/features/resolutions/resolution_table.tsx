import type { ReactNode } from "react";
import type { Schemas, usePages } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { Badge, type Column, DataTable, Hint } from "../../ui";
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

/** Resolutions, newest first. */
export function ResolutionTable({
  list,
  inDrive,
  empty,
}: {
  list: ReturnType<typeof usePages<Summary>>;
  inDrive?: boolean;
  empty: ReactNode;
}) {
  const m = useMessages(messages);
  const { date } = useFormat();
  const columns: Column<Summary>[] = [
    { key: "title", header: m.resolution, cell: (one) => one.title, primary: true },
    { key: "organization", header: m.organization, cell: (one) => one.organization },
    { key: "state", header: m.stateFilter, cell: (one) => <StateBadge state={one.state} /> },
    {
      key: "mover",
      header: m.movedBy,
      cell: (one) => [one.mover, one.moved_on && date(one.moved_on)].filter(Boolean).join(", "),
    },
    {
      key: "version",
      header: m.version,
      align: "right",
      cell: (one) => <Hint>{one.latest_version}</Hint>,
    },
  ];
  return (
    <DataTable
      label={m.title}
      columns={inDrive ? columns.filter((column) => column.key !== "organization") : columns}
      rows={list.items}
      rowKey={(one) => one.id}
      rowTo={(one) => `/resolutions/${one.id}`}
      loading={list.isPending}
      more={list.more}
      loadingMore={list.loadingMore}
      empty={empty}
    />
  );
}
