// Slates, the candidates on them and the races they run in.
import { useState } from "react";
import { type Schemas, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useFormat, useMessages } from "../../i18n";
import { Button, DataTable, EmptyState, ErrorState, Page, PageHeader, Panel, Row, Stack } from "../../ui";
import { CandidateForm, RaceForm, SlateForm } from "./forms";
import { messages } from "./messages";

type Form =
  | { kind: "slate"; view?: Schemas["SlateView"] }
  | { kind: "candidate" }
  | { kind: "race"; race?: Schemas["Race"] };

export function SlatesPage() {
  const m = useMessages(messages);
  const can = useCan();
  const { number, date } = useFormat();
  const [form, setForm] = useState<Form | null>(null);
  const topics = ["slate", "slate_candidate", "candidate", "race"];
  const slates = usePages<Schemas["SlateView"]>("/slates", { topics });
  const candidates = usePages<Schemas["CandidateView"]>("/candidates", { topics });
  const races = usePages<Schemas["Race"]>("/races", { topics: ["race"] });
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
            <Button variant="primary" onClick={() => setForm({ kind: "slate" })}>
              {m.newSlate}
            </Button>
          )
        }
      />
      <Stack gap={0}>
        <Panel flush>
          {slates.error ? (
            <ErrorState error={slates.error} retry={() => void slates.refetch()} />
          ) : (
            <DataTable
              label={m.slate}
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
                  header: "",
                  cell: (one) =>
                    can.organize && (
                      <Button
                        size="small"
                        variant="quiet"
                        onClick={() => setForm({ kind: "slate", view: one })}
                      >
                        {m.edit}
                      </Button>
                    ),
                },
              ]}
              rows={slates.items}
              rowKey={(one) => one.slate.id}
              rowTo={(one) => `/slates/${one.slate.id}`}
              loading={slates.isPending}
              more={slates.more}
              empty={<EmptyState title={m.noSlates}>{m.noSlatesText}</EmptyState>}
            />
          )}
        </Panel>
        <Panel title={m.candidates} aside={<Row>{add({ kind: "candidate" }, m.newCandidate)}</Row>} flush>
          {candidates.error ? (
            <ErrorState error={candidates.error} retry={() => void candidates.refetch()} />
          ) : (
            <DataTable
              label={m.candidates}
              columns={[
                { key: "name", header: m.candidate, cell: (one) => one.name },
                { key: "race", header: m.race, cell: (one) => one.race.name },
                { key: "lines", header: m.lines, cell: (one) => one.candidate.line.join(" + ") },
                { key: "slates", header: m.slate, cell: (one) => one.slates.map((s) => s.name).join(", ") },
                { key: "goal", header: m.goal, align: "right", cell: (one) => number(one.candidate.goal) },
              ]}
              rows={candidates.items}
              rowKey={(one) => one.candidate.id}
              rowTo={(one) => `/candidates/${one.candidate.id}`}
              loading={candidates.isPending}
              more={candidates.more}
              empty={<EmptyState title={m.noCandidates}>{m.noCandidatesText}</EmptyState>}
            />
          )}
        </Panel>
        <Panel title={m.races} aside={<Row>{add({ kind: "race" }, m.newRace)}</Row>} flush>
          {races.error ? (
            <ErrorState error={races.error} retry={() => void races.refetch()} />
          ) : (
            <DataTable
              label={m.races}
              columns={[
                { key: "name", header: m.race, cell: (one) => one.name },
                { key: "office", header: m.office, cell: (one) => one.office },
                { key: "level", header: m.level, cell: (one) => m.levels[one.level] },
                {
                  key: "place",
                  header: m.district,
                  cell: (one) => [one.district, one.state].filter(Boolean).join(", "),
                },
                { key: "day", header: m.election, cell: (one) => date(one.election_on) },
              ]}
              rows={races.items}
              rowKey={(one) => one.id}
              onRow={can.organize ? (race) => setForm({ kind: "race", race }) : undefined}
              loading={races.isPending}
              more={races.more}
              empty={<EmptyState title={m.noRaces}>{m.noRacesText}</EmptyState>}
            />
          )}
        </Panel>
      </Stack>
      {form?.kind === "slate" && <SlateForm view={form.view} onClose={() => setForm(null)} />}
      {form?.kind === "candidate" && <CandidateForm onClose={() => setForm(null)} />}
      {form?.kind === "race" && <RaceForm race={form.race} onClose={() => setForm(null)} />}
    </Page>
  );
}
