// Adding and changing races, candidates and slates.
import { type FormEvent, type ReactNode, useState } from "react";
import { type Schemas, fieldFaults, isKind, usePages, useSend } from "../../api";
import { useMessages } from "../../i18n";
import {
  Button,
  Callout,
  DateInput,
  FieldGrid,
  FormError,
  Hint,
  Modal,
  NumberInput,
  Row,
  Select,
  Stack,
  TextInput,
  Textarea,
  toast,
} from "../../ui";
import { messages } from "./messages";
import style from "./slates.module.css";

/** A record being written: save, cancel, delete, and what went wrong. */
function RecordForm({
  title,
  path,
  stored,
  topics,
  body,
  onClose,
  onRemoved,
  children,
}: {
  title: string;
  path: string;
  stored?: { id: string; revision: string };
  topics: string[];
  body: () => unknown;
  onClose: () => void;
  onRemoved?: () => void;
  children: (faults: Record<string, string>) => ReactNode;
}) {
  const m = useMessages(messages);
  const save = useSend({ topics });
  const remove = useSend({ topics });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      stored
        ? { method: "PUT", path: `${path}/${stored.id}`, body: body(), revision: stored.revision }
        : { path, body: body() },
      {
        onSuccess: () => {
          toast(m.saved);
          onClose();
        },
      },
    );
  };
  const isStale = isKind(save.error, "stale");
  return (
    <Modal open onClose={onClose} title={title} size="large">
      <form onSubmit={submit}>
        <Stack gap={14}>
          {isStale && <Callout tone="warn">{m.stale}</Callout>}
          {children(fieldFaults(save.error))}
          {!isStale && <FormError error={save.error ?? remove.error} />}
          <Row spread>
            <Row>
              <Button type="submit" variant="primary" busy={save.isPending}>
                {m.save}
              </Button>
              <Button onClick={onClose}>{m.cancel}</Button>
            </Row>
            {stored && (
              <Button
                variant="danger"
                busy={remove.isPending}
                onClick={() =>
                  remove.mutate(
                    { method: "DELETE", path: `${path}/${stored.id}`, revision: stored.revision },
                    {
                      onSuccess: () => {
                        toast(m.removed);
                        onClose();
                        onRemoved?.();
                      },
                    },
                  )
                }
              >
                {m.remove}
              </Button>
            )}
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}

type Race = Schemas["Race"];

export function RaceForm({ race, onClose }: { race?: Race; onClose: () => void }) {
  const m = useMessages(messages);
  const [draft, setDraft] = useState({
    name: race?.name ?? "",
    office: race?.office ?? "",
    level: race?.level ?? ("federal" as Race["level"]),
    district: race?.district ?? "",
    state: race?.state ?? "",
    election_on: race?.election_on ?? "",
  });
  const set = (changed: Partial<typeof draft>) => setDraft({ ...draft, ...changed });
  return (
    <RecordForm
      title={race ? m.editRace : m.newRace}
      path="/races"
      stored={race}
      topics={["race", "candidate"]}
      body={() => draft}
      onClose={onClose}
    >
      {(faults) => (
        <FieldGrid>
          <TextInput
            label={m.name}
            required
            autoFocus
            value={draft.name}
            error={faults.name}
            onChange={(name) => set({ name })}
          />
          <TextInput
            label={m.office}
            value={draft.office}
            error={faults.office}
            onChange={(office) => set({ office })}
          />
          <Select
            label={m.level}
            value={draft.level}
            onChange={(level) => set({ level })}
            options={(Object.entries(m.levels) as [Race["level"], string][]).map(([value, label]) => ({
              value,
              label,
            }))}
          />
          <TextInput
            label={m.district}
            value={draft.district}
            error={faults.district}
            onChange={(district) => set({ district })}
          />
          <TextInput
            label={m.state}
            value={draft.state}
            error={faults.state}
            onChange={(state) => set({ state })}
          />
          <DateInput
            label={m.election}
            required
            value={draft.election_on}
            error={faults.election_on}
            onChange={(election_on) => set({ election_on })}
          />
        </FieldGrid>
      )}
    </RecordForm>
  );
}

export function CandidateForm({
  candidate,
  onClose,
  onRemoved,
}: {
  candidate?: Schemas["Candidate"];
  onClose: () => void;
  onRemoved?: () => void;
}) {
  const m = useMessages(messages);
  const [draft, setDraft] = useState({
    race_id: candidate?.race_id ?? "",
    given_name: candidate?.given_name ?? "",
    family_name: candidate?.family_name ?? "",
    line: candidate?.line.join(", ") ?? "independent",
    statement: candidate?.statement ?? "",
    website: candidate?.website ?? "",
    goal: candidate?.goal ?? (10 as number | null),
  });
  const set = (changed: Partial<typeof draft>) => setDraft({ ...draft, ...changed });
  const races = usePages<Race>("/races", { query: { limit: 200 }, topics: ["race"] });
  return (
    <RecordForm
      title={candidate ? m.editCandidate : m.newCandidate}
      path="/candidates"
      stored={candidate}
      topics={["candidate", "slate_candidate"]}
      body={() => ({
        ...draft,
        race_id: draft.race_id || "0",
        goal: draft.goal ?? 0,
        line: draft.line
          .split(",")
          .map((line) => line.trim())
          .filter(Boolean),
      })}
      onClose={onClose}
      onRemoved={onRemoved}
    >
      {(faults) => (
        <>
          <FieldGrid>
            <TextInput
              label={m.givenName}
              autoFocus
              value={draft.given_name}
              error={faults.given_name}
              onChange={(given_name) => set({ given_name })}
            />
            <TextInput
              label={m.familyName}
              required
              value={draft.family_name}
              error={faults.family_name}
              onChange={(family_name) => set({ family_name })}
            />
            <Select
              label={m.race}
              required
              placeholder={m.choose}
              value={draft.race_id}
              error={faults.race_id}
              onChange={(race_id) => set({ race_id })}
              options={races.items.map((race) => ({ value: race.id, label: race.name }))}
            />
            <TextInput
              label={m.lines}
              hint={m.linesHint}
              required
              value={draft.line}
              error={Object.entries(faults).find(([name]) => name.startsWith("line"))?.[1]}
              onChange={(line) => set({ line })}
            />
            <NumberInput
              label={m.goal}
              min={0}
              max={1000}
              value={draft.goal}
              error={faults.goal}
              onChange={(goal) => set({ goal })}
            />
            <TextInput
              label={m.website}
              type="url"
              value={draft.website}
              error={faults.website}
              onChange={(website) => set({ website })}
            />
          </FieldGrid>
          <Textarea
            label={m.statement}
            value={draft.statement}
            error={faults.statement}
            onChange={(statement) => set({ statement })}
          />
        </>
      )}
    </RecordForm>
  );
}

export function SlateForm({
  view,
  onClose,
  onRemoved,
}: {
  view?: Schemas["SlateView"];
  onClose: () => void;
  onRemoved?: () => void;
}) {
  const m = useMessages(messages);
  const [name, setName] = useState(view?.slate.name ?? "");
  const [goal, setGoal] = useState<number | null>(view?.slate.goal ?? 10);
  const [chosen, setChosen] = useState<{ id: string; name: string }[]>(
    view?.candidates.map((one) => ({ id: one.candidate.id, name: one.name })) ?? [],
  );
  const candidates = usePages<Schemas["CandidateView"]>("/candidates", {
    query: { limit: 200 },
    topics: ["candidate"],
  });
  const others = candidates.items.filter((one) => !chosen.some((other) => other.id === one.candidate.id));
  const up = (at: number) => {
    const next = [...chosen];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at - 1, 0, moved);
    setChosen(next);
  };
  return (
    <RecordForm
      title={view ? m.editSlate : m.newSlate}
      path="/slates"
      stored={view?.slate}
      topics={["slate", "slate_candidate"]}
      body={() => ({ name, goal: goal ?? 0, candidate_ids: chosen.map((one) => one.id) })}
      onClose={onClose}
      onRemoved={onRemoved}
    >
      {(faults) => (
        <>
          <FieldGrid>
            <TextInput
              label={m.name}
              required
              autoFocus
              value={name}
              error={faults.name}
              onChange={setName}
            />
            <NumberInput
              label={m.goalEach}
              min={0}
              max={1000}
              value={goal}
              error={faults.goal}
              onChange={setGoal}
            />
          </FieldGrid>
          <div>
            <Hint>{m.onSlate}</Hint>
            <ol className={style.order}>
              {chosen.map((one, at) => (
                <li key={one.id}>
                  <span>{one.name}</span>
                  <Button
                    size="small"
                    variant="quiet"
                    label={m.up(one.name)}
                    disabled={at === 0}
                    onClick={() => up(at)}
                  >
                    ↑
                  </Button>
                  <Button
                    size="small"
                    variant="quiet"
                    label={m.takeOff(one.name)}
                    onClick={() => setChosen(chosen.filter((other) => other.id !== one.id))}
                  >
                    ✕
                  </Button>
                </li>
              ))}
            </ol>
          </div>
          <Select
            label={m.addToSlate}
            value=""
            placeholder={m.choose}
            onChange={(id) => {
              const added = others.find((one) => one.candidate.id === id);
              if (added) setChosen([...chosen, { id, name: added.name }]);
            }}
            options={others.map((one) => ({
              value: one.candidate.id,
              label: `${one.name} · ${one.race.name}`,
            }))}
          />
        </>
      )}
    </RecordForm>
  );
}
