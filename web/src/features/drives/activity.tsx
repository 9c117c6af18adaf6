// Support over twelve weeks, with the line to reach.
import { type Schemas, useGet } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { ErrorState, Hint, Skeleton } from "../../ui";
import style from "./drives.module.css";
import { messages } from "./messages";

const width = 480;
const height = 130;
const top = 14;

export function SupportOverWeeks({ driveId, goal }: { driveId: string; goal: number }) {
  const m = useMessages(messages);
  const { number } = useFormat();
  const found = useGet<Schemas["DriveActivity"]>(`/drives/${driveId}/activity`, {
    query: { weeks: 12 },
    topics: ["assessment", "conversation"],
  });
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={3} />;
  const weeks = found.data.weeks;
  const first = weeks[0];
  const last = weeks[weeks.length - 1];
  if (!first || !last) return null;
  const most = Math.max(goal, 1, ...weeks.map((week) => Math.max(week.supporters, week.against)));
  const x = (at: number) => (at * width) / Math.max(1, weeks.length - 1);
  const y = (value: number) => top + (height - top) * (1 - value / most);
  const line = (of: (week: Schemas["DriveWeek"]) => number) =>
    weeks.map((week, at) => `${at === 0 ? "M" : "L"}${x(at).toFixed(1)} ${y(of(week)).toFixed(1)}`).join("");
  const fourWeeksAgo = weeks[Math.max(0, weeks.length - 5)] ?? first;
  const change = last.supporters - fourWeeksAgo.supporters;
  return (
    <>
      <svg
        className={style.chart}
        viewBox={`0 0 ${width} ${height + 4}`}
        role="img"
        aria-label={m.weeksChart(number(first.supporters), number(last.supporters))}
      >
        {goal > 0 && (
          <>
            <line className={style.goal} x1={0} x2={width} y1={y(goal)} y2={y(goal)} />
            <text x={4} y={y(goal) - 4}>
              {m.goalLine} {number(goal)}
            </text>
          </>
        )}
        <line className={style.base} x1={0} x2={width} y1={height} y2={height} />
        <path className={style.against} d={line((week) => week.against)} />
        <path className={style.for} d={line((week) => week.supporters)} />
      </svg>
      <Hint>
        {change >= 0 ? "+" : "−"}
        {number(Math.abs(change))} {m.inFourWeeks} · {m.forLine} {number(last.supporters)} · {m.againstLine}{" "}
        {number(last.against)} · {m.talks(last.conversations)}
      </Hint>
    </>
  );
}
