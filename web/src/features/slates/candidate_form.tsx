import { type Schemas, request, usePages } from "../../api";
import { useMessages } from "../../i18n";
import { FieldGrid, NumberInput, RecordDialog, Select, TextInput, Textarea } from "../../ui";
import { messages } from "./messages";

type Candidate = Schemas["Candidate"];

const seen = (candidate?: Candidate) => ({
  revision: candidate?.revision,
  fields: {
    race_id: candidate?.race_id ?? "",
    given_name: candidate?.given_name ?? "",
    family_name: candidate?.family_name ?? "",
    line: candidate?.line.join(", ") ?? "independent",
    statement: candidate?.statement ?? "",
    website: candidate?.website ?? "",
    goal: candidate?.goal ?? (10 as number | null),
  },
});

export interface CandidateFormProps {
  candidate?: Candidate;
  onClose: () => void;
  onRemoved?: () => void;
}

export function CandidateForm({ candidate, onClose, onRemoved }: CandidateFormProps) {
  const m = useMessages(messages);
  const races = usePages<Schemas["Race"]>("/races", { query: { limit: 200 }, topics: ["race"] });
  const path = candidate ? `/candidates/${candidate.id}` : "/candidates";
  return (
    <RecordDialog
      title={candidate ? m.editCandidate : m.newCandidate}
      seen={seen(candidate)}
      reread={
        candidate && (async () => seen((await request<Schemas["CandidateView"]>("GET", path)).candidate))
      }
      path={path}
      body={(fields) => ({
        ...fields,
        race_id: fields.race_id || "0",
        goal: fields.goal ?? 0,
        line: fields.line
          .split(",")
          .map((line) => line.trim())
          .filter(Boolean),
      })}
      topics={["candidate", "slate_candidate"]}
      words={{
        race_id: m.race,
        given_name: m.givenName,
        family_name: m.familyName,
        line: m.lines,
        statement: m.statement,
        website: m.website,
        goal: m.goal,
      }}
      say={{ race_id: (id) => races.items.find((race) => race.id === id)?.name ?? id }}
      onClose={onClose}
      onSaved={onClose}
      onRemoved={candidate && onRemoved}
    >
      {({ field, faults }) => (
        <>
          <FieldGrid>
            <TextInput {...field("given_name")} autoFocus />
            <TextInput {...field("family_name")} required />
            <Select
              {...field("race_id")}
              required
              placeholder={m.choose}
              options={races.items.map((race) => ({ value: race.id, label: race.name }))}
            />
            <TextInput
              {...field("line")}
              // The API names the one of several that is wrong: "/line/0".
              error={Object.entries(faults).find(([name]) => name.startsWith("line"))?.[1]}
              hint={m.linesHint}
              required
            />
            <NumberInput {...field("goal")} min={0} max={1000} />
            <TextInput {...field("website")} type="url" />
          </FieldGrid>
          <Textarea {...field("statement")} />
        </>
      )}
    </RecordDialog>
  );
}
