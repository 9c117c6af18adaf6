// Slates, the candidates on them and the races they run in.
import { type ReactNode, useState } from "react";
import { type Schemas, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import { Button, EmptyState, Hidden, Page, PageHeader, PagedTable, Panel, Stack } from "../../ui";
import { CandidateForm } from "./candidate_form";
import { messages } from "./messages";
import { RaceForm } from "./race_form";
import { SlateForm } from "./slate_form";

type Form =
  | { kind: "slate"; view?: Schemas["SlateView"] }
  | { kind: "candidate" }
  | { kind: "race"; race?: Schemas["Race"] };

export function CandidatesPage() {
  const m = useMessages(messages);
  const can = useCan();
  const [form, setForm] = useState<Form | null>(null);
  const close = () => setForm(null);
  const races = usePages<Schemas["Race"]>("/races", { topics: ["race"] });
  // A candidate runs in a race: without one there is nothing to add a candidate to.
  const first = !races.isPending && races.items.length === 0 ? "race" : "candidate";
  const add = (next: Form, label: string) =>
    can.organize && (
      <Button size="small" onClick={() => setForm(next)}>
        {label}
      </Button>
    );
  return (
    <Page>
      <PageHeader
        title={m.slates}
        status={m.slatesStatus}
        actions={
          can.organize && (
            <Button variant="primary" onClick={() => setForm({ kind: first })}>
              {first === "race" ? m.newRace : m.newCandidate}
            </Button>
          )
        }
      />
      <Stack gap={16}>
        <Slates
          add={add({ kind: "slate" }, m.newSlate)}
          onEdit={can.organize ? (view) => setForm({ kind: "slate", view }) : undefined}
        />
        <Candidates />
        <Races
          add={add({ kind: "race" }, m.newRace)}
          onEdit={can.organize ? (race) => setForm({ kind: "race", race }) : undefined}
        />
      </Stack>
      {form?.kind === "slate" && <SlateForm view={form.view} onClose={close} onRemoved={close} />}
      {form?.kind === "candidate" && <CandidateForm onClose={close} />}
      {form?.kind === "race" && <RaceForm race={form.race} onClose={close} />}
    </Page>
  );
}

const topics = ["slate", "slate_candidate", "candidate", "race"];

interface PartProps<T> {
  add: ReactNode;
  onEdit?: (one: T) => void;
}

function Slates({ add, onEdit }: PartProps<Schemas["SlateView"]>) {
  const m = useMessages(messages);
  const { number } = useFormat();
  const list = usePages<Schemas["SlateView"]>("/slates", { topics });
  return (
    <Panel title={m.slatesTitle} aside={add} flush>
      <PagedTable
        label={m.slatesTitle}
        list={list}
        columns={[
          { key: "name", header: m.slate, cell: (one) => one.slate.name },
          {
            key: "candidates",
            header: m.candidates,
            cell: (one) => one.candidates.map((other) => other.candidate.family_name).join(", "),
          },
          { key: "goal", header: m.goalEach, align: "right", cell: (one) => number(one.slate.goal) },
          {
            key: "edit",
            header: m.edit,
            buttons: true,
            cell: (one) =>
              onEdit && (
                <Button size="small" variant="quiet" onClick={() => onEdit(one)}>
                  {m.edit}
                  <Hidden> {one.slate.name}</Hidden>
                </Button>
              ),
          },
        ]}
        rowKey={(one) => one.slate.id}
        rowTo={(one) => `/slates/${one.slate.id}`}
        empty={<EmptyState title={m.noSlates}>{m.noSlatesText}</EmptyState>}
      />
    </Panel>
  );
}

function Candidates() {
  const m = useMessages(messages);
  const { number } = useFormat();
  const list = usePages<Schemas["CandidateView"]>("/candidates", { topics });
  return (
    <Panel title={m.candidates} flush>
      <PagedTable
        label={m.candidates}
        list={list}
        columns={[
          { key: "name", header: m.candidate, cell: (one) => one.name },
          { key: "race", header: m.race, cell: (one) => one.race.name },
          { key: "lines", header: m.lines, cell: (one) => one.candidate.line.join(" + ") },
          { key: "slates", header: m.slate, cell: (one) => one.slates.map((s) => s.name).join(", ") },
          { key: "goal", header: m.goal, align: "right", cell: (one) => number(one.candidate.goal) },
        ]}
        rowKey={(one) => one.candidate.id}
        rowTo={(one) => `/candidates/${one.candidate.id}`}
        empty={<EmptyState title={m.noCandidates}>{m.noCandidatesText}</EmptyState>}
      />
    </Panel>
  );
}

function Races({ add, onEdit }: PartProps<Schemas["Race"]>) {
  const m = useMessages(messages);
  const { date } = useFormat();
  const list = usePages<Schemas["Race"]>("/races", { topics: ["race"] });
  return (
    <Panel title={m.races} aside={add} flush>
      <PagedTable
        label={m.races}
        list={list}
        columns={[
          { key: "name", header: m.race, cell: (one) => one.name },
          { key: "office", header: m.office, cell: (one) => one.office },
          { key: "level", header: m.level, cell: (one) => m.levels[one.level] },
          {
            key: "place",
            header: m.district,
            // "NB-2" says its state already.
            cell: ({ district, state }) =>
              !district || district.includes(state) ? district || state : `${district}, ${state}`,
          },
          { key: "day", header: m.election, cell: (one) => date(one.election_on), whole: true },
        ]}
        rowKey={(one) => one.id}
        onRow={onEdit}
        empty={<EmptyState title={m.noRaces}>{m.noRacesText}</EmptyState>}
      />
    </Panel>
  );
}
