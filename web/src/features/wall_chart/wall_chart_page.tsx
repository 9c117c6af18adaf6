// The wall chart of a worksite or a local in a drive.
import { useDeferredValue, useMemo, useState } from "react";
import { useParams } from "react-router";
import { type Schemas, useGet } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  type AssessmentCounts,
  AssessmentLegend,
  Button,
  Callout,
  EmptyState,
  ErrorState,
  Grow,
  Kbd,
  Menu,
  Page,
  PageHeader,
  Panel,
  Select,
  Skeleton,
  Stat,
  SupportBar,
  TextInput,
  Toolbar,
  useUrlState,
} from "../../ui";
import {
  type Filters,
  type Show,
  type WallChart,
  departments,
  filtered,
  findWorker,
  noFilter,
  shifts,
  shows,
  unnamed,
} from "./chart";
import { messages } from "./messages";
import { useMarks } from "./use_marks";
import style from "./wall_chart.module.css";
import { WallGrid, type Zoom } from "./wall_grid";
import { WorkerPanel } from "./worker_panel";

const zooms: Zoom[] = ["dots", "initials", "names"];
const defaults = {
  worksite_id: "",
  organization_id: "",
  department: "",
  shift: "",
  show: "all",
  search: "",
  zoom: "dots",
};

function Figures({ chart }: { chart: WallChart }) {
  const m = useMessages(messages);
  const { number, percent, date } = useFormat();
  const { counts, base, majority, weeks } = chart;
  const talked = counts.workers - counts.not_talked_to;
  const missing = majority - counts.in_favor;
  const change = (weeks.at(-1)?.in_favor ?? 0) - (weeks[0]?.in_favor ?? 0);
  const most = Math.max(1, ...weeks.map((week) => week.in_favor));
  const by = Object.fromEntries(counts.by_value.map((count, at) => [at + 1, count])) as AssessmentCounts;
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
        <SupportBar counts={by} eligible={base} majority={majority} />
      </div>
    </Panel>
  );
}

export function WallChartPage() {
  const m = useMessages(messages);
  const { number, date } = useFormat();
  const { id = "" } = useParams();
  const [state, setState] = useUrlState(defaults);
  const [active, setActive] = useState<string>();
  const [opened, setOpened] = useState<string>();
  const [paper, setPaper] = useState<"a3" | "a4">("a3");
  const query = { worksite_id: state.worksite_id, organization_id: state.organization_id };
  const path = `/drives/${id}/wall-chart`;
  const asked = useGet<WallChart>(path, {
    query,
    topics: ["assessment", "conversation", "follow_up", "employment", "membership", "person", "drive"],
  });
  const places = useGet<Schemas["WallPlace"][]>(`/drives/${id}/wall-chart-places`, {
    topics: ["worksite", "employment", "drive"],
  });
  const marks = useMarks([path, query], id);
  const chart = asked.data;
  const search = useDeferredValue(state.search);
  const { department, shift } = state;
  const show: Show = shows.find((one) => one === state.show) ?? "all";
  const zoom = zooms.find((one) => one === state.zoom) ?? "dots";
  const filters: Filters = useMemo(
    () => ({ department, shift, show, search }),
    [department, shift, show, search],
  );
  const blocks = useMemo(() => (chart ? filtered(chart, filters) : []), [chart, filters]);

  if (asked.error && !chart)
    return (
      <Page>
        <ErrorState error={asked.error} retry={() => void asked.refetch()} />
      </Page>
    );
  if (!chart)
    return (
      <Page>
        <Skeleton lines={10} />
      </Page>
    );

  const drive = m.drive(chart.candidate, chart.organization);
  const base = chart.base_is_stated ? m.eligible(number(chart.base)) : m.listed(number(chart.base));
  const status = [
    chart.organization !== chart.place && chart.organization,
    base,
    chart.ask && m.ask(chart.ask),
  ]
    .filter(Boolean)
    .join(" · ");
  const print = (wanted: "a3" | "a4") => {
    setPaper(wanted);
    // After the sheet knows its paper.
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
  };
  const listed = chart.blocks.reduce(
    (sum, block) => sum + block.rows.reduce((rows, row) => rows + row.workers.person_ids.length, 0),
    0,
  );
  const choices = (given: string[], missing: string) => [
    { value: "", label: m.all },
    ...given.map((one) => ({ value: one, label: one === unnamed ? missing : one })),
  ];
  const here = chart.worksite_id ? `w${chart.worksite_id}` : `o${chart.organization_id}`;

  return (
    <div className={style.sheet} data-paper={paper}>
      <Page>
        <PageHeader
          title={chart.place}
          documentTitle={m.grid(chart.place)}
          crumbs={[
            { label: m.drives, to: "/drives" },
            { label: drive, to: `/drives/${id}` },
          ]}
          status={status}
          actions={
            <Menu
              target={<Button>{m.print}</Button>}
              entries={[
                { label: m.printOn("A3"), onClick: () => print("a3") },
                { label: m.printOn("A4"), onClick: () => print("a4") },
              ]}
            />
          }
        />
        <p className={style.printHead}>{m.printed(date(chart.today))}</p>
        <Figures chart={chart} />
        <Toolbar>
          {(places.data?.length ?? 0) > 1 && (
            <Select
              label={m.place}
              value={here}
              onChange={(one) =>
                setState({
                  ...defaults,
                  zoom,
                  worksite_id: one.startsWith("w") ? one.slice(1) : "",
                  organization_id: one.startsWith("o") ? one.slice(1) : "",
                })
              }
              options={(places.data ?? []).map((one) => ({
                value: one.worksite_id ? `w${one.worksite_id}` : `o${one.organization_id}`,
                label: `${one.name} · ${m.workers(number(one.workers))}`,
              }))}
            />
          )}
          <Select
            label={m.department}
            value={state.department}
            onChange={(one) => setState({ department: one })}
            options={choices(departments(chart), m.noDepartment)}
          />
          <Select
            label={m.shift}
            value={state.shift}
            onChange={(one) => setState({ shift: one })}
            options={choices(shifts(chart), m.noShift)}
          />
          <Select
            label={m.show}
            value={show}
            onChange={(one) => setState({ show: one })}
            options={shows.map((one) => ({ value: one, label: m.filters[one] }))}
          />
          <Select
            label={m.zoom}
            value={zoom}
            onChange={(one) => setState({ zoom: one })}
            options={zooms.map((one) => ({ value: one, label: m.zooms[one] }))}
          />
          <Grow>
            <TextInput
              label={m.search}
              type="search"
              value={state.search}
              onChange={(text) => setState({ search: text })}
            />
          </Grow>
        </Toolbar>
        <Panel>
          <div className={style.legend}>
            <AssessmentLegend
              counts={
                Object.fromEntries(
                  chart.counts.by_value.map((count, at) => [at + 1, count]),
                ) as AssessmentCounts
              }
              none={chart.counts.not_assessed}
            />
            {listed > 0 && (
              <div className={`${style.keys} no-print`}>
                {m.setWith}{" "}
                {["1", "2", "3", "4", "5"].map((one) => (
                  <Kbd key={one}>{one}</Kbd>
                ))}
                {m.leaderWith} <Kbd>L</Kbd> {m.openWith} <Kbd>↵</Kbd> {m.moveWith} <Kbd>←</Kbd> <Kbd>→</Kbd>
              </div>
            )}
          </div>
          {!chart.sees_names && <Callout>{m.countsOnly}</Callout>}
          {chart.sees_names && listed < chart.counts.workers && <Callout>{m.someHidden}</Callout>}
          {chart.counts.workers === 0 ? (
            <EmptyState title={m.nobodyHere}>{m.nobodyHereText}</EmptyState>
          ) : blocks.length === 0 && !noFilter(filters) ? (
            <EmptyState
              title={m.noMatch}
              action={
                <Button onClick={() => setState({ department: "", shift: "", show: "all", search: "" })}>
                  {m.clear}
                </Button>
              }
            />
          ) : (
            <WallGrid
              blocks={blocks}
              place={chart.place}
              zoom={zoom}
              active={active}
              onActive={setActive}
              onOpen={setOpened}
              onAssess={marks.assess}
              onLeader={marks.toggleLeader}
            />
          )}
        </Panel>
        <WorkerPanel
          worker={opened ? findWorker(chart, opened) : undefined}
          driveId={id}
          onClose={() => setOpened(undefined)}
          onAssess={marks.assess}
          onLeader={marks.toggleLeader}
        />
      </Page>
    </div>
  );
}
