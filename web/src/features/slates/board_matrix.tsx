// Candidates down, organizations across: each cell a drive.
import { useMemo, useState } from "react";
import { useFormat, useMessages } from "../../i18n";
import { Button, Hidden, Link, Progress, Row, StageSquares } from "../../ui";
import { messages as driveMessages } from "../drives/messages";
import { stages } from "../drives/stages";
import { type Board, type Cell, type Shown, cellKey, kindOf } from "./board";
import { messages } from "./messages";
import style from "./slates.module.css";

/** Columns drawn at first and with each press of "more": a thousand at once would be slow to draw. */
const step = 24;

function BoardCell({ cell }: { cell: Cell }) {
  const m = useMessages(messages);
  const drives = useMessages(driveMessages);
  const { number, percent, date } = useFormat();
  const kind = kindOf(cell);
  const share = cell.members > 0 ? cell.supporters / cell.members : 0;
  // A few of many say more than their share.
  const support =
    share >= 0.01
      ? m.support(percent(share), number(cell.supporters))
      : share > 0
        ? drives.supportOf(number(cell.supporters), number(cell.members))
        : "";
  const next = cell.next ? drives.requirements[cell.next] : "";
  const by = cell.needed_by ? m.needsBy(date(cell.needed_by)) : "";
  const decided = cell.decided_on ? date(cell.decided_on) : "";
  const below = {
    won: support || decided,
    lost: decided,
    late: `${by} · ${m.late}`,
    soon: by,
    open: (
      <>
        <StageSquares at={stages.indexOf(cell.stage) + 1} of={stages.length} />
        <span>{cell.meets_on ? m.meets(date(cell.meets_on)) : by}</span>
      </>
    ),
  }[kind];
  const box = (
    <div
      className={style.cell}
      data-kind={kind}
      title={[support, next && m.nextIs(next), cell.meets_on && m.meets(date(cell.meets_on)), by]
        .filter(Boolean)
        .join(" · ")}
    >
      <b>{cell.outcome === "open" ? drives.stages[cell.stage] : drives.outcomes[cell.outcome]}</b>
      <span className={style.below}>{below}</span>
      {cell.outcome === "open" && <Hidden>{[support, next].filter(Boolean).join(", ")}</Hidden>}
    </div>
  );
  return cell.drive_id ? (
    <Link className={style.go} to={`/drives/${cell.drive_id}`}>
      {box}
    </Link>
  ) : (
    box
  );
}

export function BoardMatrix({ board, shown }: { board: Board; shown: Shown }) {
  const m = useMessages(messages);
  const { number } = useFormat();
  const [columns, setColumns] = useState(step);
  const cells = useMemo(
    () => new Map(shown.cells.map((cell) => [cellKey(cell.organization_id, cell.candidate_id), cell])),
    [shown.cells],
  );
  const across = shown.organizations.slice(0, columns);
  const left = shown.organizations.length - across.length;
  const hasWhole = shown.cells.some((cell) => !cell.candidate_id);
  const line = (candidate: string | null, name: string) =>
    across.map((organization) => {
      const cell = cells.get(cellKey(organization.id, candidate));
      return (
        <td key={organization.id}>
          {cell ? (
            <BoardCell cell={cell} />
          ) : (
            <div className={style.none} title={m.startHere(organization.name, name)}>
              <Hidden>{m.noDrive}</Hidden>
            </div>
          )}
        </td>
      );
    });
  return (
    <>
      {/* Scrolled by keys too. */}
      <div className={style.scroll} tabIndex={0} role="region" aria-label={m.matrix}>
        <table className={style.matrix}>
          <thead>
            <tr>
              <th scope="col">{m.candidate}</th>
              <th scope="col">{m.won(number(board.goal))}</th>
              {across.map((organization) => (
                <th key={organization.id} scope="col">
                  <Link to={`/organizations/${organization.id}`}>{organization.name}</Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hasWhole && (
              <tr>
                <th scope="row">
                  <span className={style.who}>{m.wholeSlate}</span>
                </th>
                <td />
                {line(null, m.wholeSlate)}
              </tr>
            )}
            {shown.candidates.map((candidate) => (
              <tr key={candidate.id}>
                <th scope="row">
                  <span className={style.who}>
                    <Link to={`/candidates/${candidate.id}`}>{candidate.name}</Link>
                    <small>
                      {candidate.race} · {candidate.line.join(" + ")}
                    </small>
                  </span>
                </th>
                <td>
                  <div className={style.won}>
                    <b>{m.ofGoal(number(candidate.won), number(candidate.goal))}</b>
                    <Progress
                      label={m.won(number(candidate.goal))}
                      share={candidate.won / Math.max(1, candidate.goal)}
                      tone="good"
                    />
                    <small>{m.missing(candidate.missing, candidate.near)}</small>
                  </div>
                </td>
                {line(candidate.id, candidate.name)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Row spread>
        <span className="hint">{m.shown(number(across.length), number(shown.organizations.length))}</span>
        {left > 0 && (
          <Button size="small" onClick={() => setColumns(columns + step)}>
            {m.more(number(Math.min(step, left)))}
          </Button>
        )}
      </Row>
    </>
  );
}
