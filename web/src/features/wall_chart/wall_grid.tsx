// The cells. One element a worker, drawn by CSS from its attributes; rows that did not change are not drawn
// again, and what is out of sight is drawn in the moments after (use_growing.ts).
import { type KeyboardEvent, type MouseEvent, memo, useEffect, useRef } from "react";
import { useFormat, useMessages } from "../../i18n";
import { initials, useAssessmentLabel } from "../../ui";
import type { Assessment } from "../../ui";
import type { ShownBlock, WallRow } from "./chart";
import { messages } from "./messages";
import { useGrowing } from "./use_growing";
import style from "./wall_chart.module.css";

export type Zoom = "dots" | "initials" | "names";

/** How many cells fit on a line, about, and how high it is: what a row takes that is not drawn yet. */
const sizes: Record<Zoom, [perLine: number, height: number]> = {
  dots: [10, 25],
  initials: [6, 29],
  names: [6, 29],
};

interface RowProps {
  row: WallRow;
  shown: number[];
  /** How many of them are drawn by now. */
  drawn: number;
  zoom: Zoom;
}

const Cells = memo(
  function Cells({ row, shown, drawn, zoom }: RowProps) {
    const m = useMessages(messages);
    const { date } = useFormat();
    const label = useAssessmentLabel();
    const { workers } = row;
    const [perLine, height] = sizes[zoom];
    // Many share a day; formatting one costs more than the cell.
    const days = new Map<string, string>();
    const dayOf = (day: string) => {
      let text = days.get(day);
      if (!text) days.set(day, (text = date(day)));
      return text;
    };
    return (
      <div
        className={style.cells}
        role="presentation"
        style={
          drawn < shown.length ? { minHeight: Math.ceil(shown.length / perLine) * height + 10 } : undefined
        }
      >
        {shown.slice(0, drawn).map((at) => {
          const value = workers.assessments[at]!;
          const leader = workers.leaders[at] === 1;
          const name = workers.names[at]!;
          const last = workers.last_contact_on[at];
          const due = workers.follow_up_on[at];
          const stands = value
            ? `${value} ${label(value as Assessment)}`
            : workers.talked_to[at]
              ? m.talkedNotAssessed
              : m.notAssessed;
          const words = [
            name,
            stands,
            leader && m.leader,
            last && m.lastContact(dayOf(last)),
            due && m.followUp(dayOf(due)),
          ]
            .filter(Boolean)
            .join(", ");
          return (
            <div
              key={workers.person_ids[at]}
              id={`w${workers.person_ids[at]}`}
              role="gridcell"
              className={style.cell}
              data-a={value || (workers.talked_to[at] ? "met" : "none")}
              data-d={value || (workers.talked_to[at] ? "–" : "·")}
              data-leader={leader || undefined}
              data-due={due ? "" : undefined}
              aria-label={words}
            >
              {zoom === "names" ? (
                <span className={style.name}>{name}</span>
              ) : zoom === "initials" ? (
                initials(name)
              ) : undefined}
            </div>
          );
        })}
      </div>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.zoom === after.zoom &&
    before.drawn === after.drawn &&
    before.shown.length === after.shown.length &&
    before.shown.every((at, place) => at === after.shown[place]),
);

/** Each row with how many cells stand before it. */
function withStarts(blocks: ShownBlock[]) {
  let start = 0;
  return blocks.map(({ block, rows }) => ({
    block,
    rows: rows.map((one) => {
      const at = { ...one, start };
      start += one.shown.length;
      return at;
    }),
  }));
}

export interface WallGridProps {
  blocks: ShownBlock[];
  place: string;
  zoom: Zoom;
  active: string | undefined;
  onActive: (id: string) => void;
  onOpen: (id: string) => void;
  onAssess: (id: string, value: Assessment) => void;
  onLeader: (id: string) => void;
}

export function WallGrid(props: WallGridProps) {
  const { blocks, place, zoom, active, onActive, onOpen, onAssess, onLeader } = props;
  const m = useMessages(messages);
  const { number, percent } = useFormat();
  const grid = useRef<HTMLDivElement>(null);

  // The mark of the active cell is set by hand: five thousand cells need not be compared for it.
  useEffect(() => {
    const cell = active ? document.getElementById(`w${active}`) : null;
    cell?.setAttribute("data-active", "");
    cell?.setAttribute("aria-selected", "true");
    return () => {
      cell?.removeAttribute("data-active");
      cell?.removeAttribute("aria-selected");
    };
  }, [active, blocks, zoom]);

  const total = blocks.reduce(
    (sum, { rows }) => sum + rows.reduce((cells, { shown }) => cells + shown.length, 0),
    0,
  );
  const drawn = useGrowing(total, zoom);

  const cellsOf = () => [
    ...(grid.current?.querySelectorAll<HTMLElement>('[id^="w"][role="gridcell"]') ?? []),
  ];
  const go = (cell: HTMLElement | undefined) => {
    if (!cell) return;
    onActive(cell.id.slice(1));
    cell.scrollIntoView({ block: "nearest" });
  };

  /** The cell above or below: the nearest one on the first other line in that direction. */
  const across = (cells: HTMLElement[], at: number, step: 1 | -1) => {
    const from = cells[at]!.getBoundingClientRect();
    let line: number | undefined;
    let best: HTMLElement | undefined;
    let distance = Infinity;
    for (let next = at + step; next >= 0 && next < cells.length; next += step) {
      const box = cells[next]!.getBoundingClientRect();
      if (line === undefined && (box.top - from.top) * step <= 4 && Math.abs(box.top - from.top) < 4)
        continue;
      line ??= box.top;
      if (Math.abs(box.top - line) > 4) break;
      const away = Math.abs(box.left - from.left);
      if (away < distance) {
        distance = away;
        best = cells[next];
      }
    }
    return best;
  };

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const cells = cellsOf();
    if (cells.length === 0) return;
    const at = active ? cells.findIndex((cell) => cell.id === `w${active}`) : -1;
    const last = cells.length - 1;
    const move: Record<string, () => HTMLElement | undefined> = {
      ArrowRight: () => cells[Math.min(at + 1, last)],
      ArrowLeft: () => cells[Math.max(at - 1, 0)],
      ArrowDown: () => (at < 0 ? cells[0] : across(cells, at, 1)),
      ArrowUp: () => (at < 0 ? cells[0] : across(cells, at, -1)),
      Home: () => cells[0],
      End: () => cells[last],
      PageDown: () => cells[Math.min(at + 50, last)],
      PageUp: () => cells[Math.max(at - 50, 0)],
    };
    const moved = move[event.key];
    if (moved) {
      event.preventDefault();
      go(moved());
      return;
    }
    if (at < 0 || !active) return;
    if (/^[1-5]$/.test(event.key)) onAssess(active, Number(event.key) as Assessment);
    else if (event.key === "l" || event.key === "L") onLeader(active);
    else if (event.key === "Enter" || event.key === " ") onOpen(active);
    else return;
    event.preventDefault();
  };

  const click = (event: MouseEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[id^="w"][role="gridcell"]');
    if (!cell) return;
    onActive(cell.id.slice(1));
    onOpen(cell.id.slice(1));
  };

  /** The words of a cell as its hint, given when the pointer comes and not to five thousand at once. */
  const hint = (event: MouseEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[role="gridcell"]');
    if (cell) cell.title = cell.getAttribute("aria-label") ?? "";
  };

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={m.grid(place)}
      aria-description={m.gridHint}
      aria-activedescendant={active ? `w${active}` : undefined}
      tabIndex={0}
      className={style.grid}
      data-zoom={zoom}
      aria-busy={drawn < total || undefined}
      onKeyDown={press}
      onClick={click}
      onMouseOver={hint}
      onFocus={() => {
        if (!active) go(cellsOf()[0]);
      }}
    >
      {withStarts(blocks).map(({ block, rows }) => (
        <div key={block.name} role="rowgroup" className={style.block}>
          <div role="row" className={style.head}>
            <div role="rowheader" className={style.blockName}>
              {block.name || m.noDepartment}
            </div>
            <div role="gridcell" aria-readonly className={style.blockCount} data-count>
              {m.of(
                number(block.counts.in_favor),
                number(block.counts.workers),
                percent(block.counts.in_favor / block.counts.workers),
              )}
            </div>
          </div>
          {rows.map(({ row, shown, start }) => (
            <div key={row.name} role="row" className={style.row}>
              <div role="rowheader" className={style.rowName} title={row.name || m.noShift}>
                {row.name || m.notOnRecord}
              </div>
              {row.workers.person_ids.length > 0 ? (
                <Cells
                  row={row}
                  shown={shown}
                  drawn={Math.max(0, Math.min(shown.length, drawn - start))}
                  zoom={zoom}
                />
              ) : (
                <div role="gridcell" className={style.blockCount} data-count>
                  {m.of(
                    number(row.counts.in_favor),
                    number(row.counts.workers),
                    percent(row.counts.in_favor / row.counts.workers),
                  )}
                </div>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
