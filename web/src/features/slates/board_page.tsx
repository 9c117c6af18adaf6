// The slate board: what was won, what is next and by when; as a matrix, a table and a map.
import { useMemo, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { type Schemas, base, useGet } from "../../api";
import { useCan } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  EmptyState,
  ErrorState,
  Grow,
  Page,
  PageHeader,
  Panel,
  Select,
  Skeleton,
  Stack,
  Stat,
  Stats,
  Tabs,
  TextInput,
  Toolbar,
  useUrlState,
} from "../../ui";
import { DriveForm } from "../drives/drive_form";
import { messages as driveMessages } from "../drives/messages";
import { filterBoard } from "./board";
import { BoardMap } from "./board_map";
import { BoardMatrix } from "./board_matrix";
import { BoardTable } from "./board_table";
import { SlateForm } from "./forms";
import { messages } from "./messages";

const noFilters = { search: "", state: "", stage: "", outcome: "", candidate: "" };

export function BoardPage() {
  const m = useMessages(messages);
  const drives = useMessages(driveMessages);
  const can = useCan();
  const navigate = useNavigate();
  const { number } = useFormat();
  const { id = "" } = useParams();
  const [{ view, ...filters }, setFilters] = useUrlState({ view: "matrix", ...noFilters });
  const [form, setForm] = useState<"edit" | "drive" | null>(null);
  const found = useGet<Schemas["SlateBoard"]>(`/slates/${id}/board`, {
    topics: ["drive", "assessment", "endorsement", "slate", "slate_candidate", "candidate", "organization"],
  });
  const slate = useGet<Schemas["SlateView"]>(`/slates/${id}`, {
    topics: ["slate", "slate_candidate", "candidate"],
    enabled: form === "edit",
  });
  const board = found.data;
  const key = JSON.stringify(filters);
  const shown = useMemo(
    () => (board ? filterBoard(board, JSON.parse(key) as typeof filters) : null),
    [board, key],
  );
  const crumbs = [{ label: m.slates, to: "/slates" }];
  if (found.error && !board)
    return (
      <Page>
        <ErrorState error={found.error} retry={() => void found.refetch()} />
      </Page>
    );
  if (!board || !shown)
    return (
      <Page>
        <PageHeader title={m.board} crumbs={crumbs} />
        <Skeleton />
      </Page>
    );
  const states = [...new Set(board.organizations.map((one) => one.state).filter(Boolean))].sort();
  const choices = (words: Record<string, string>, every: string) => [
    { value: "", label: every },
    ...Object.entries(words).map(([value, label]) => ({ value, label })),
  ];
  const { levels } = board;
  const missing = board.wanted - board.won;
  return (
    <Page>
      <PageHeader
        title={board.name}
        crumbs={crumbs}
        status={[
          m.boardStatus(board.candidates.length),
          m.wonOf(number(board.won), number(board.wanted)),
          m.openDrives(board.open),
        ].join(" · ")}
        actions={
          can.organize && (
            <>
              <Button onClick={() => setForm("edit")}>{m.edit}</Button>
              <Button href={`${base}/slates/${id}/board.csv`} download>
                {m.exportCsv}
              </Button>
              <Button href={`${base}/slates/${id}/board.xlsx`} download>
                {m.exportXlsx}
              </Button>
              <Button variant="primary" onClick={() => setForm("drive")}>
                {m.startDrive}
              </Button>
            </>
          )
        }
      />
      <Stack gap={0}>
        <Panel>
          <Stats spread>
            <Stat value={number(board.members_behind)} label={m.behind} />
            <Stat
              value={`${levels.national_slate} · ${levels.national_candidate} · ${levels.local_slate} · ${levels.local_candidate}`}
              label={m.levelsLabel}
            />
            <Stat
              value={`${number(board.won)} / ${number(board.wanted)}`}
              label={`${m.wantedLabel}, ${m.missingLabel(number(missing))}`}
            />
            <Stat value={number(board.soon)} label={m.soonLabel} />
            <Stat value={number(board.late)} label={m.lateLabel} late={board.late > 0} />
          </Stats>
        </Panel>
        <Toolbar>
          <Grow>
            <TextInput
              label={m.search}
              labelHidden
              type="search"
              placeholder={m.search}
              value={filters.search}
              onChange={(search) => setFilters({ search })}
            />
          </Grow>
          <Select
            label={m.state}
            labelHidden
            value={filters.state}
            onChange={(state) => setFilters({ state })}
            options={[
              { value: "", label: m.everyState },
              ...states.map((state) => ({ value: state, label: state })),
            ]}
          />
          <Select
            label={m.candidate}
            labelHidden
            value={filters.candidate}
            onChange={(candidate) => setFilters({ candidate })}
            options={[
              { value: "", label: m.everyCandidate },
              ...board.candidates.map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
          <Select
            label={m.stage}
            labelHidden
            value={filters.stage}
            onChange={(stage) => setFilters({ stage })}
            options={choices(drives.stages, m.everyStage)}
          />
          <Select
            label={m.outcome}
            labelHidden
            value={filters.outcome}
            onChange={(outcome) => setFilters({ outcome })}
            options={choices(drives.outcomes, m.everyOutcome)}
          />
        </Toolbar>
        {board.cells.length === 0 ? (
          <Panel>
            <EmptyState title={m.empty}>{m.emptyText}</EmptyState>
          </Panel>
        ) : shown.organizations.length === 0 ? (
          <Panel>
            <EmptyState
              title={m.noMatch}
              action={<Button onClick={() => setFilters(noFilters)}>{m.clear}</Button>}
            />
          </Panel>
        ) : (
          <Panel>
            <Tabs
              label={m.views}
              value={view}
              onChange={(next) => setFilters({ view: next })}
              tabs={[
                { value: "matrix", label: m.matrix, content: <BoardMatrix board={board} shown={shown} /> },
                { value: "table", label: m.table, content: <BoardTable board={board} shown={shown} /> },
                { value: "map", label: m.map, content: <BoardMap shown={shown} /> },
              ]}
            />
          </Panel>
        )}
      </Stack>
      {form === "edit" && slate.data && (
        <SlateForm
          view={slate.data}
          onClose={() => setForm(null)}
          onRemoved={() => void navigate("/slates", { replace: true })}
        />
      )}
      {form === "drive" && <DriveForm onClose={() => setForm(null)} />}
    </Page>
  );
}
