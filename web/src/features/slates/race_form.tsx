import { type Schemas, request } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { DateInput, FieldGrid, RecordDialog, Select, TextInput, optionsOf } from "../../ui";
import { messages } from "./messages";

type Race = Schemas["Race"];

const seen = (race?: Race) => ({
  revision: race?.revision,
  fields: {
    name: race?.name ?? "",
    office: race?.office ?? "",
    level: race?.level ?? ("" as Race["level"] | ""),
    district: race?.district ?? "",
    state: race?.state ?? "",
    election_on: race?.election_on ?? "",
  },
});

export function RaceForm({ race, onClose }: { race?: Race; onClose: () => void }) {
  const m = useMessages(messages);
  const { date } = useFormat();
  return (
    <RecordDialog
      title={race ? m.editRace : m.newRace}
      seen={seen(race)}
      reread={race && (async () => seen(await request<Race>("GET", `/races/${race.id}`)))}
      path={race ? `/races/${race.id}` : "/races"}
      topics={["race", "candidate"]}
      words={{ ...m, election_on: m.election }}
      say={{ level: (level) => (level ? m.levels[level] : ""), election_on: (day) => date(day) }}
      onClose={onClose}
      onSaved={onClose}
      onRemoved={race && onClose}
    >
      {({ field }) => (
        <FieldGrid>
          <TextInput {...field("name")} required autoFocus />
          <TextInput {...field("office")} />
          <Select {...field("level")} options={optionsOf(m.levels)} placeholder={m.chooseLevel} required />
          <TextInput {...field("district")} />
          <TextInput {...field("state")} />
          <DateInput {...field("election_on")} required />
        </FieldGrid>
      )}
    </RecordDialog>
  );
}
