import { type Schemas, request, usePages } from "../../api";
import { useMessages } from "../../i18n";
import { Button, type Choice, FieldGrid, Hint, NumberInput, RecordDialog, Select, TextInput } from "../../ui";
import { messages } from "./messages";
import style from "./slates.module.css";

type SlateView = Schemas["SlateView"];

const seen = (view?: SlateView) => ({
  revision: view?.slate.revision,
  fields: {
    name: view?.slate.name ?? "",
    goal: view?.slate.goal ?? (10 as number | null),
    candidate_ids: (view?.candidates ?? []).map((one): Choice => ({ id: one.candidate.id, label: one.name })),
  },
});

export interface SlateFormProps {
  view?: SlateView;
  onClose: () => void;
  onRemoved?: () => void;
}

export function SlateForm({ view, onClose, onRemoved }: SlateFormProps) {
  const m = useMessages(messages);
  const path = view ? `/slates/${view.slate.id}` : "/slates";
  return (
    <RecordDialog
      title={view ? m.editSlate : m.newSlate}
      seen={seen(view)}
      reread={view && (async () => seen(await request<SlateView>("GET", path)))}
      path={path}
      body={({ name, goal, candidate_ids }) => ({
        name,
        goal: goal ?? 0,
        candidate_ids: candidate_ids.map((one) => one.id),
      })}
      topics={["slate", "slate_candidate"]}
      words={{ name: m.name, goal: m.goalEach, candidate_ids: m.onSlate }}
      onClose={onClose}
      onSaved={onClose}
      onRemoved={view && onRemoved}
    >
      {({ field }) => (
        <>
          <FieldGrid>
            <TextInput {...field("name")} required autoFocus />
            <NumberInput {...field("goal")} min={0} max={1000} />
          </FieldGrid>
          <Order {...field("candidate_ids")} />
        </>
      )}
    </RecordDialog>
  );
}

interface OrderProps {
  label: string;
  value: Choice[];
  onChange: (value: Choice[]) => void;
}

/** The candidates on the slate, in their order. */
function Order({ label, value, onChange }: OrderProps) {
  const m = useMessages(messages);
  const candidates = usePages<Schemas["CandidateView"]>("/candidates", {
    query: { limit: 200 },
    topics: ["candidate"],
  });
  const others = candidates.items.filter((one) => !value.some((other) => other.id === one.candidate.id));
  const up = (at: number) => {
    const next = [...value];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at - 1, 0, moved);
    onChange(next);
  };
  return (
    <>
      <div>
        <Hint>{label}</Hint>
        <ol className={style.order}>
          {value.map((one, at) => (
            <li key={one.id}>
              <span>{one.label}</span>
              <Button
                size="small"
                variant="quiet"
                label={m.up(one.label)}
                disabled={at === 0}
                onClick={() => up(at)}
              >
                ↑
              </Button>
              <Button
                size="small"
                variant="quiet"
                label={m.takeOff(one.label)}
                onClick={() => onChange(value.filter((other) => other.id !== one.id))}
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
          if (added) onChange([...value, { id, label: added.name }]);
        }}
        options={others.map((one) => ({
          value: one.candidate.id,
          label: `${one.name} · ${one.race.name}`,
        }))}
      />
    </>
  );
}
