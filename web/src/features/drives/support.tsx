// How people stand on a drive's ask: the figures with their base, the whole unit as a bar, and twelve weeks.
import { type Schemas, useGet } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { AssessmentLegend, Hint, Loaded, Panel, Stack, Stat, Stats, SupportBar } from "../../ui";
import style from "./drives.module.css";
import { messages } from "./messages";

type Activity = Schemas["DriveActivity"];

const width = 480;
const height = 130;
const top = 14;
/** Room on the right for what the lines came to. */
const ends = 64;

function WeeksChart({ weeks, goal }: { weeks: Activity["weeks"]; goal: number }) {
  const m = useMessages(messages);
  const { number, date } = useFormat();
  const first = weeks[0];
  const last = weeks[weeks.length - 1];
  if (!first || !last) return null;
  const most = Math.max(goal, 1, ...weeks.map((week) => Math.max(week.supporters, week.against)));
  const right = width - ends;
  const x = (at: number) => (at * right) / Math.max(1, weeks.length - 1);
  const y = (value: number) => top + (height - top) * (1 - value / most);
  const line = (of: (week: Schemas["DriveWeek"]) => number) =>
    weeks.map((week, at) => `${at === 0 ? "M" : "L"}${x(at).toFixed(1)} ${y(of(week)).toFixed(1)}`).join("");
  // Two figures at the end of their lines must not lie on one another.
  const forAt = y(last.supporters);
  const againstAt =
    Math.abs(forAt - y(last.against)) < 13
      ? forAt + (last.against > last.supporters ? -13 : 13)
      : y(last.against);
  return (
    <svg
      className={style.chart}
      viewBox={`0 0 ${width} ${height + 22}`}
      role="img"
      aria-label={m.weeksChart(number(first.supporters), number(last.supporters))}
    >
      {goal > 0 && (
        <>
          <line className={style.goal} x1={0} x2={width} y1={y(goal)} y2={y(goal)} />
          <text x={4} y={y(goal) - 4}>
            {m.needed(number(goal))}
          </text>
        </>
      )}
      <line className={style.base} x1={0} x2={right} y1={height} y2={height} />
      {/* Four weeks ago: where the change told above is counted from. */}
      {weeks.length > 5 && (
        <line className={style.tick} x1={x(weeks.length - 5)} x2={x(weeks.length - 5)} y1={top} y2={height} />
      )}
      <path className={style.against} d={line((week) => week.against)} />
      <path className={style.for} d={line((week) => week.supporters)} />
      <text className={style.forEnd} x={right + 6} y={forAt + 4}>
        {number(last.supporters)} {m.forLine}
      </text>
      <text className={style.againstEnd} x={right + 6} y={againstAt + 4}>
        {number(last.against)} {m.againstLine}
      </text>
      <text x={0} y={height + 16}>
        {date(first.week)}
      </text>
      {weeks.length > 5 && (
        <text x={x(weeks.length - 5)} y={height + 16} textAnchor="middle">
          {m.fourWeeksAgo}
        </text>
      )}
    </svg>
  );
}

/** The supporters won in the last four weeks. */
function changeOf({ weeks }: Activity) {
  const last = weeks[weeks.length - 1];
  const before = weeks[Math.max(0, weeks.length - 5)];
  return (last?.supporters ?? 0) - (before?.supporters ?? 0);
}

export function SupportPanel({ record }: { record: Schemas["DriveRecord"] }) {
  const m = useMessages(messages);
  const { number, percent } = useFormat();
  const { counts, drive } = record.summary;
  const { goal } = drive;
  const activity = useGet<Activity>(`/drives/${drive.id}/activity`, {
    query: { weeks: 12 },
    topics: ["assessment", "conversation"],
  });
  const by = {
    1: counts.assessed_1,
    2: counts.assessed_2,
    3: counts.assessed_3,
    4: counts.assessed_4,
    5: counts.assessed_5,
  };
  const change = activity.data && changeOf(activity.data);
  return (
    <Panel title={m.supportTitle}>
      <Stack gap={14}>
        <Stats>
          <Stat
            value={number(counts.supporters)}
            label={
              counts.members > 0
                ? m.forOf(percent(counts.supporters / counts.members), number(counts.members))
                : m.forOfNobody
            }
          />
          <Stat
            value={number(counts.leaders_for)}
            label={
              record.departments > 0
                ? m.leadersLabel(number(record.leader_departments), number(record.departments))
                : m.leadersPlain
            }
          />
          {change !== undefined && (
            <Stat
              value={`${change > 0 ? "+" : change < 0 ? "−" : ""}${number(Math.abs(change))}`}
              label={m.inFourWeeks}
            />
          )}
        </Stats>
        {counts.members > 0 && (
          <>
            <SupportBar counts={by} eligible={counts.members} majority={counts.majority} />
            <AssessmentLegend counts={by} none={counts.not_assessed} />
          </>
        )}
        <Hint>
          {counts.members > 0 &&
            (counts.supporters >= counts.majority
              ? m.hasMajority
              : m.toMajority(counts.majority - counts.supporters))}
          {counts.members > 0 && goal > 0 && " · "}
          {goal > 0 &&
            (counts.supporters >= goal
              ? m.goalReached(number(goal))
              : m.toGoal(goal - counts.supporters, number(goal)))}
        </Hint>
        <Loaded found={activity} lines={3}>
          {({ weeks }) => (
            <>
              <WeeksChart weeks={weeks} goal={goal} />
              <Hint>{m.talks(weeks[weeks.length - 1]?.conversations ?? 0)}</Hint>
            </>
          )}
        </Loaded>
      </Stack>
    </Panel>
  );
}
