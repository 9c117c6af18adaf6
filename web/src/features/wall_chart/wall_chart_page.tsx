// The wall chart of a worksite or a local in a drive.
import { useDeferredValue, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { useParams } from "react-router";
import { useGet } from "../../api";
import { useCan } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import {
  AssessmentLegend,
  Button,
  Callout,
  EmptyState,
  Kbd,
  Menu,
  PageHeader,
  Panel,
  RecordPage,
  useUrlState,
} from "../../ui";
import { LogDrawer } from "../conversations/log_drawer";
import {
  type Filters,
  type Show,
  type WallChart,
  filtered,
  findWorker,
  listed,
  noFilter,
  shows,
} from "./chart";
import { ChartFilters, type State, defaults, zooms } from "./chart_filters";
import { Figures, countsOf } from "./figures";
import { messages } from "./messages";
import { useMarks } from "./use_marks";
import style from "./wall_chart.module.css";
import { WallGrid, type WallGridProps } from "./wall_grid";
import { WorkerPanel } from "./worker_panel";

type Paper = "a3" | "a4";

export function WallChartPage() {
  const m = useMessages(messages);
  const { id = "" } = useParams();
  const [state, setState] = useUrlState(defaults);
  const query = { worksite_id: state.worksite_id, organization_id: state.organization_id };
  const path = `/drives/${id}/wall-chart`;
  const found = useGet<WallChart>(path, {
    query,
    topics: ["assessment", "conversation", "follow_up", "employment", "membership", "person", "drive"],
  });
  return (
    <RecordPage found={found} title={m.title} crumbs={[{ label: m.drives, to: "/drives" }]}>
      {(chart) => (
        <Sheet chart={chart} driveId={id} queryKey={[path, query]} state={state} onState={setState} />
      )}
    </RecordPage>
  );
}

interface SheetProps {
  chart: WallChart;
  driveId: string;
  /** Under which the chart is known, to be changed in place. */
  queryKey: unknown[];
  state: State;
  onState: (change: Partial<State>) => void;
}

function Sheet({ chart, driveId, queryKey, state, onState }: SheetProps) {
  const { date } = useFormat();
  const m = useMessages(messages);
  const [active, setActive] = useState<string>();
  const [opened, setOpened] = useState<string>();
  const [paper, setPaper] = useState<Paper>("a3");
  const marks = useMarks(queryKey, driveId);
  const print = (wanted: Paper) => {
    flushSync(() => setPaper(wanted));
    window.print();
  };
  return (
    <div className={style.sheet} data-paper={paper}>
      <Head chart={chart} driveId={driveId} onPrint={print} />
      <p className={style.printHead}>{m.printed(date(chart.today))}</p>
      <Figures chart={chart} />
      <ChartFilters chart={chart} driveId={driveId} state={state} onChange={onState} />
      <Panel>
        <Legend chart={chart} />
        {!chart.sees_names && <Callout>{m.countsOnly}</Callout>}
        {chart.sees_names && listed(chart) < chart.counts.workers && <Callout>{m.someHidden}</Callout>}
        <Workers
          chart={chart}
          state={state}
          onState={onState}
          active={active}
          onActive={setActive}
          onOpen={setOpened}
          onAssess={marks.assess}
          onLeader={marks.toggleLeader}
        />
      </Panel>
      <WorkerPanel
        worker={opened ? findWorker(chart, opened) : undefined}
        driveId={driveId}
        onClose={() => setOpened(undefined)}
        onAssess={marks.assess}
        onLeader={marks.toggleLeader}
      />
    </div>
  );
}

interface HeadProps {
  chart: WallChart;
  driveId: string;
  onPrint: (paper: Paper) => void;
}

function Head({ chart, driveId, onPrint }: HeadProps) {
  const m = useMessages(messages);
  const can = useCan();
  const { number } = useFormat();
  const [logging, setLogging] = useState(false);
  const drive = m.drive(chart.candidate, chart.organization);
  const base = chart.base_is_stated ? m.eligible(number(chart.base)) : m.listed(number(chart.base));
  const status = [
    chart.organization !== chart.place && chart.organization,
    base,
    chart.ask && m.ask(chart.ask),
  ];
  return (
    <>
      <PageHeader
        title={chart.place}
        documentTitle={m.grid(chart.place)}
        crumbs={[
          { label: m.drives, to: "/drives" },
          { label: drive, to: `/drives/${driveId}` },
        ]}
        status={status.filter(Boolean).join(" · ")}
        actions={
          <>
            <Menu
              target={<Button>{m.print} ▾</Button>}
              entries={[
                { label: m.printOn("A3"), onClick: () => onPrint("a3") },
                { label: m.printOn("A4"), onClick: () => onPrint("a4") },
              ]}
            />
            {can.log_contact && (
              <Button variant="primary" onClick={() => setLogging(true)}>
                {m.log}
              </Button>
            )}
          </>
        }
      />
      {logging && <LogDrawer drive={{ id: driveId, label: drive }} onClose={() => setLogging(false)} />}
    </>
  );
}

/** What the colours mean, and the keys that work on the chart. */
function Legend({ chart }: { chart: WallChart }) {
  const m = useMessages(messages);
  return (
    <div className={style.legend}>
      <AssessmentLegend counts={countsOf(chart)} none={chart.counts.not_assessed} />
      {listed(chart) > 0 && (
        <div className={`${style.keys} no-print`}>
          {m.setWith}{" "}
          {["1", "2", "3", "4", "5"].map((one) => (
            <Kbd key={one}>{one}</Kbd>
          ))}
          {m.leaderWith} <Kbd>L</Kbd> {m.openWith} <Kbd>↵</Kbd> {m.moveWith} <Kbd>←</Kbd> <Kbd>→</Kbd>
        </div>
      )}
    </div>
  );
}

interface WorkersProps extends Omit<WallGridProps, "blocks" | "place" | "zoom"> {
  chart: WallChart;
  state: State;
  onState: (change: Partial<State>) => void;
}

/** The workers that the filters leave. */
function Workers({ chart, state, onState, ...grid }: WorkersProps) {
  const m = useMessages(messages);
  const search = useDeferredValue(state.search);
  const { department, shift } = state;
  const show: Show = shows.find((one) => one === state.show) ?? "all";
  const filters: Filters = useMemo(
    () => ({ department, shift, show, search }),
    [department, shift, show, search],
  );
  const blocks = useMemo(() => filtered(chart, filters), [chart, filters]);
  if (chart.counts.workers === 0) return <EmptyState title={m.nobodyHere}>{m.nobodyHereText}</EmptyState>;
  if (blocks.length === 0 && !noFilter(filters))
    return (
      <EmptyState
        title={m.noMatch}
        action={
          <Button onClick={() => onState({ department: "", shift: "", show: "all", search: "" })}>
            {m.clear}
          </Button>
        }
      />
    );
  return (
    <WallGrid
      {...grid}
      blocks={blocks}
      place={chart.place}
      zoom={zooms.find((one) => one === state.zoom) ?? "dots"}
    />
  );
}
