// Drives as the lines of a table: on their own page, on an organization's and on a candidate's.
import type { Schemas } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { Badge, type Column, Hint } from "../../ui";
import { messages } from "./messages";
import { StageDots } from "./stages";

type Summary = Schemas["DriveSummary"];

export const driveTopics = ["drive", "drive_move", "assessment", "endorsement", "organization"];

/** Where a drive stands: its stage while it is open, how it ended after. */
export function DriveState({ stage, outcome }: Pick<Schemas["Drive"], "stage" | "outcome">) {
  const m = useMessages(messages);
  if (outcome === "open") return <StageDots stage={stage} />;
  return <Badge tone={outcome === "endorsed" ? "good" : "plain"}>{m.outcomes[outcome]}</Badge>;
}

/** "23 of 1,742 · 1 %"; a dash where nobody knows how many there are. */
export function SupportOf({ supporters, members }: { supporters: number; members: number }) {
  const m = useMessages(messages);
  const { number, percent } = useFormat();
  if (members === 0) return <Hint>–</Hint>;
  return (
    <>
      {m.supportOf(number(supporters), number(members))} <Hint>{percent(supporters / members)}</Hint>
    </>
  );
}

/** The day by which it is needed, red when it has passed; under it how long that is. */
export function NeededBy({
  day,
  late,
  open,
}: {
  day: string | null | undefined;
  late: boolean;
  open: boolean;
}) {
  const m = useMessages(messages);
  const { date, daysLeft } = useFormat();
  if (!day) return null;
  if (late)
    return (
      <Badge tone="bad">
        {date(day)} · {m.late}
      </Badge>
    );
  return (
    <>
      {date(day)}
      {open && (
        <>
          {" "}
          <Hint>{daysLeft(day)}</Hint>
        </>
      )}
    </>
  );
}

export function useDriveColumns(): Column<Summary>[] {
  const m = useMessages(messages);
  return [
    { key: "organization", header: m.organization, cell: (one) => one.organization_name },
    { key: "target", header: m.target, cell: (one) => one.target_name },
    { key: "stage", header: m.stage, cell: ({ drive }) => <DriveState {...drive} />, whole: true },
    {
      key: "support",
      header: m.support,
      align: "right",
      cell: (one) => <SupportOf {...one.counts} />,
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
      cell: ({ drive, late }) => (
        <NeededBy day={drive.needed_by} late={late} open={drive.outcome === "open"} />
      ),
      sortBy: (one) => one.drive.needed_by ?? "9999",
      whole: true,
    },
    { key: "owner", header: m.owner, cell: (one) => one.owner_name ?? "", whole: true },
  ];
}
