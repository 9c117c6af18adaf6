// Where the unit stands: for, to a majority, talked to, and the last four weeks.
import { useFormat, useMessages } from "../../i18n";
import { type AssessmentCounts, Panel, Stat, SupportBar } from "../../ui";
import type { WallChart } from "./chart";
import { messages } from "./messages";
import style from "./wall_chart.module.css";

export const countsOf = ({ counts }: WallChart) =>
  Object.fromEntries(counts.by_value.map((count, at) => [at + 1, count])) as AssessmentCounts;

export function Figures({ chart }: { chart: WallChart }) {
  const m = useMessages(messages);
  const { number, percent, date } = useFormat();
  const { counts, base, majority, weeks } = chart;
  const talked = counts.workers - counts.not_talked_to;
  const missing = majority - counts.in_favor;
  const change = (weeks.at(-1)?.in_favor ?? 0) - (weeks[0]?.in_favor ?? 0);
  const most = Math.max(1, ...weeks.map((week) => week.in_favor));
  return (
    <Panel>
      <div className={style.figures}>
        <div className={style.numbers}>
          <Stat
            value={number(counts.in_favor)}
            label={m.inFavor(percent(counts.in_favor / Math.max(base, 1)))}
          />
          <Stat
            value={number(Math.abs(missing))}
            label={missing > 0 ? m.toMajority(number(majority)) : m.overMajority(number(majority))}
          />
          <Stat value={number(talked)} label={m.talkedTo(percent(talked / Math.max(base, 1)))} />
          <Stat
            value={`${change > 0 ? "+" : change < 0 ? "−" : ""}${number(Math.abs(change))}`}
            label={m.change}
          />
          <ol className={style.weeks} aria-label={m.weeks}>
            {weeks.map((week) => (
              <li key={week.ends_on} title={`${date(week.ends_on)}: ${number(week.in_favor)}`}>
                <i style={{ height: `${(week.in_favor / most) * 100}%` }} />
                <span className="visually-hidden">
                  {date(week.ends_on)}: {number(week.in_favor)}
                </span>
              </li>
            ))}
          </ol>
        </div>
        <SupportBar counts={countsOf(chart)} eligible={base} majority={majority} />
      </div>
    </Panel>
  );
}
