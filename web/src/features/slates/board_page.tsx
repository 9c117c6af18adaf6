// The slate board: what was won, what is next and by when; as a matrix, a table and a map.
import { useMemo, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { type Schemas, base, useGet } from "../../api";
import { useCan } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  EmptyState,
  FilterSelect,
  Menu,
  PageHeader,
  Panel,
  RecordPage,
  SearchBox,
  Stat,
  Stats,
  Tabs,
  Toolbar,
  optionsOf,
  useFilters,
  useUrlState,
} from "../../ui";
import { DriveForm } from "../drives/drive_form";
import { messages as driveMessages } from "../drives/messages";
import { type Board, type Filters, boardTopics, filterBoard } from "./board";
import { BoardMap } from "./board_map";
import { BoardMatrix } from "./board_matrix";
import { BoardTable } from "./board_table";
import { messages } from "./messages";
import { SlateForm } from "./slate_form";

export function BoardPage() {
  const m = useMessages(messages);
  const { id = "" } = useParams();
  const found = useGet<Board>(`/slates/${id}/board`, { topics: boardTopics });
  return (
    <RecordPage found={found} title={m.board}>
      {(board) => <Shown board={board} />}
    </RecordPage>
  );
}

/** The other slates of the workspace, to go to. */
function OtherSlates({ id }: { id: string }) {
  const m = useMessages(messages);
  const slates = useGet<{ items: Schemas["SlateView"][] }>("/slates", {
    query: { limit: 50 },
    topics: ["slate"],
  });
  const others = (slates.data?.items ?? []).filter((one) => one.slate.id !== id);
  if (others.length === 0) return null;
  return (
    <Menu
      target={<Button>{m.otherSlates} ▾</Button>}
      entries={others.map((one) => ({ label: one.slate.name, to: `/slates/${one.slate.id}` }))}
    />
  );
}

function Actions({ board, onForm }: { board: Board; onForm: (form: "edit" | "drive") => void }) {
  const m = useMessages(messages);
  const can = useCan();
  const download = (kind: string) => `${base}/slates/${board.slate_id}/board.${kind}`;
  return (
    <>
      <OtherSlates id={board.slate_id} />
      {can.organize && (
        <>
          <Button onClick={() => onForm("edit")}>{m.edit}</Button>
          <Menu
            target={<Button>{m.export} ▾</Button>}
            entries={[
              { label: m.exportCsv, href: download("csv") },
              { label: m.exportXlsx, href: download("xlsx") },
            ]}
          />
          <Button variant="primary" onClick={() => onForm("drive")}>
            {m.startDrive}
          </Button>
        </>
      )}
    </>
  );
}

function Figures({ board }: { board: Board }) {
  const m = useMessages(messages);
  const { number } = useFormat();
  const { levels } = board;
  return (
    <Panel>
      <Stats spread>
        <Stat value={number(board.members_behind)} label={m.behind} />
        <Stat
          value={`${levels.national_slate} · ${levels.national_candidate} · ${levels.local_slate} · ${levels.local_candidate}`}
          label={m.levelsLabel}
        />
        <Stat
          value={`${number(board.won)} / ${number(board.wanted)}`}
          label={`${m.wantedLabel}, ${m.missingLabel(number(board.wanted - board.won))}`}
        />
        <Stat value={number(board.soon)} label={m.soonLabel} />
        <Stat
          value={number(board.late)}
          label={board.late > 0 ? m.lateLabel : m.noneLate}
          late={board.late > 0}
        />
      </Stats>
    </Panel>
  );
}

const noFilters: Filters = { search: "", state: "", stage: "", outcome: "", candidate: "" };

function Shown({ board }: { board: Board }) {
  const m = useMessages(messages);
  const drives = useMessages(driveMessages);
  const navigate = useNavigate();
  const { number } = useFormat();
  const { filters, set, clear } = useFilters({ ...noFilters });
  const [{ view }, setView] = useUrlState({ view: "matrix" });
  const [form, setForm] = useState<"edit" | "drive" | null>(null);
  const slate = useGet<Schemas["SlateView"]>(`/slates/${board.slate_id}`, {
    topics: ["slate", "slate_candidate", "candidate"],
    enabled: form === "edit",
  });
  const shown = useMemo(() => filterBoard(board, filters), [board, filters]);
  const states = [...new Set(board.organizations.map((one) => one.state).filter(Boolean))].sort();
  const filter = (name: keyof Filters) => ({
    value: filters[name],
    onChange: (value: string) => set({ [name]: value }),
  });
  return (
    <>
      <PageHeader
        title={board.name}
        status={[
          m.boardStatus(board.candidates.length, number(board.goal)),
          m.wonOf(number(board.won), number(board.wanted)),
          m.openDrives(board.open),
        ].join(" · ")}
        actions={<Actions board={board} onForm={setForm} />}
      />
      <Figures board={board} />
      <Toolbar>
        <SearchBox placeholder={m.search} {...filter("search")} />
        <FilterSelect
          label={m.state}
          every={m.everyState}
          options={states.map((state) => ({ value: state, label: state }))}
          {...filter("state")}
        />
        <FilterSelect
          label={m.candidate}
          every={m.everyCandidate}
          options={board.candidates.map((one) => ({ value: one.id, label: one.name }))}
          {...filter("candidate")}
        />
        <FilterSelect
          label={m.stage}
          every={m.everyStage}
          options={optionsOf(drives.stages)}
          {...filter("stage")}
        />
        <FilterSelect
          label={m.outcome}
          every={m.everyOutcome}
          options={optionsOf(drives.outcomes)}
          {...filter("outcome")}
        />
      </Toolbar>
      <Panel>
        {board.cells.length === 0 ? (
          <EmptyState title={m.empty}>{m.emptyText}</EmptyState>
        ) : shown.organizations.length === 0 ? (
          <EmptyState title={m.noMatch} action={clear && <Button onClick={clear}>{m.clear}</Button>} />
        ) : (
          <Tabs
            label={m.views}
            value={view}
            onChange={(next) => setView({ view: next })}
            tabs={[
              { value: "matrix", label: m.matrix, content: <BoardMatrix board={board} shown={shown} /> },
              { value: "table", label: m.table, content: <BoardTable board={board} shown={shown} /> },
              { value: "map", label: m.map, content: <BoardMap shown={shown} /> },
            ]}
          />
        )}
      </Panel>
      {form === "edit" && slate.data && (
        <SlateForm
          view={slate.data}
          onClose={() => setForm(null)}
          onRemoved={() => void navigate("/slates", { replace: true })}
        />
      )}
      {form === "drive" && (
        <DriveForm
          target={filters.candidate ? `candidate:${filters.candidate}` : `slate:${board.slate_id}`}
          onClose={() => setForm(null)}
        />
      )}
    </>
  );
}
