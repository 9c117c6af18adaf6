import { useState } from "react";
import { type Schemas, fieldFaults, useGet, useSend } from "../../api";
import { timeZones } from "../../app/time_zones";
import { useMessages } from "../../i18n";
import {
  Button,
  ErrorState,
  FieldGrid,
  FormError,
  NumberInput,
  Panel,
  Row,
  Select,
  Skeleton,
  Stack,
  TextInput,
  toast,
} from "../../ui";
import { languages, messages } from "./messages";

type Workspace = Schemas["Workspace"];

export function WorkspacePanel() {
  const stored = useGet<Workspace>("/workspace", { topics: ["workspace"] });
  if (stored.error) return <ErrorState error={stored.error} retry={() => void stored.refetch()} />;
  if (!stored.data) return <Skeleton />;
  return <Editor key={stored.data.revision} workspace={stored.data} />;
}

function Editor({ workspace }: { workspace: Workspace }) {
  const m = useMessages(messages);
  const [form, setForm] = useState({
    name: workspace.name,
    language: workspace.language,
    time_zone: workspace.time_zone,
    formation_minimum: workspace.formation_minimum as number | null,
  });
  const save = useSend<Workspace>({ topics: ["workspace"] });
  const faults = fieldFaults(save.error);
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  return (
    <Panel title={m.workspace.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(
            { method: "PATCH", path: "/workspace", body: form, revision: workspace.revision },
            { onSuccess: () => toast(m.saved) },
          );
        }}
      >
        <Stack>
          <FieldGrid>
            <TextInput
              label={m.workspace.name}
              value={form.name}
              onChange={(name) => set({ name })}
              error={faults.name}
              required
            />
            <Select
              label={m.workspace.language}
              hint={m.workspace.languageHint}
              value={form.language}
              onChange={(language) => set({ language })}
              options={languages}
            />
            <Select
              label={m.workspace.timeZone}
              value={form.time_zone}
              onChange={(time_zone) => set({ time_zone })}
              error={faults.time_zone}
              options={timeZones(form.time_zone).map((zone) => ({
                value: zone,
                label: zone.replaceAll("_", " "),
              }))}
            />
            <NumberInput
              label={m.workspace.formationMinimum}
              hint={m.workspace.formationHint}
              value={form.formation_minimum}
              onChange={(formation_minimum) => set({ formation_minimum })}
              min={2}
              max={1000}
              error={faults.formation_minimum}
              required
            />
          </FieldGrid>
          <FormError error={save.error} />
          <Row>
            <Button type="submit" variant="primary" busy={save.isPending}>
              {m.save}
            </Button>
          </Row>
        </Stack>
      </form>
    </Panel>
  );
}
