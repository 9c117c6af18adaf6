// The board as a table: a line for each drive and endorsement.
import { useMemo, useState } from "react";
import { useFormat, useMessages } from "../../i18n";
import { DataTable, EmptyState, Hint } from "../../ui";
import { DriveState, NeededBy, SupportOf } from "../drives/drive_columns";
import { messages as driveMessages } from "../drives/messages";
import { type Board, type Cell, type Shown, cellKey } from "./board";
import { messages } from "./messages";

const step = 100;

export function BoardTable({ board, shown }: { board: Board; shown: Shown }) {
  const m = useMessages(messages);
  const drives = useMessages(driveMessages);
  const { number, date } = useFormat();
  const [rows, setRows] = useState(step);
  const names = useMemo(
    () =>
      new Map([
        ...board.organizations.map((one) => [one.id, one.name] as const),
        ...board.candidates.map((one) => [one.id, one.name] as const),
      ]),
    [board],
  );
  const target = (cell: Cell) => (cell.candidate_id ? (names.get(cell.candidate_id) ?? "") : m.wholeSlate);
  return (
    <DataTable
      label={m.table}
      columns={[
        {
          key: "organization",
          header: m.organization,
          cell: (cell) => names.get(cell.organization_id) ?? "",
          sortBy: (cell) => names.get(cell.organization_id),
        },
        { key: "candidate", header: m.candidate, cell: target, sortBy: target },
        { key: "stage", header: m.stage, cell: (cell) => <DriveState {...cell} />, whole: true },
        {
          key: "support",
          header: m.supporters,
          align: "right",
          cell: (cell) => <SupportOf {...cell} />,
          sortBy: (cell) => cell.supporters / Math.max(1, cell.members),
        },
        {
          key: "next",
          header: m.next,
          cell: (cell) =>
            cell.next && (
              <>
                {drives.requirements[cell.next]}{" "}
                {cell.next_need > 1 && (
                  <Hint>{drives.has(number(cell.next_have), number(cell.next_need))}</Hint>
                )}
              </>
            ),
        },
        {
          key: "meets",
          header: m.meetsColumn,
          cell: (cell) => cell.outcome === "open" && cell.meets_on && date(cell.meets_on),
          sortBy: (cell) => cell.meets_on ?? "9999",
          whole: true,
        },
        {
          key: "needed",
          header: m.neededBy,
          cell: (cell) => <NeededBy day={cell.needed_by} late={cell.late} open={cell.outcome === "open"} />,
          sortBy: (cell) => cell.needed_by ?? "9999",
          whole: true,
        },
      ]}
      rows={shown.cells.slice(0, rows)}
      rowKey={(cell) => cellKey(cell.organization_id, cell.candidate_id)}
      rowTo={(cell) =>
        cell.drive_id ? `/drives/${cell.drive_id}` : `/organizations/${cell.organization_id}`
      }
      more={rows < shown.cells.length ? () => setRows(rows + step) : undefined}
      empty={<EmptyState title={m.noMatch} />}
    />
  );
}
