import { type Schemas, base, request, useGet } from "../../api";
import { timeZones } from "../../app/time_zones";
import { useMessages } from "../../i18n";
import {
  Button,
  FieldGrid,
  Loaded,
  NumberInput,
  Panel,
  RecordForm,
  Row,
  Select,
  Stack,
  TextInput,
} from "../../ui";
import { CustomFieldsPanel } from "./custom_fields_panel";
import { languages, messages } from "./messages";

type Workspace = Schemas["Workspace"];

const seen = ({ revision, name, language, time_zone, formation_minimum }: Workspace) => ({
  revision,
  fields: { name, language, time_zone, formation_minimum: formation_minimum as number | null },
});

export function WorkspacePanel() {
  const all = useMessages(messages);
  const m = all.workspace;
  const stored = useGet<Workspace>("/workspace", { topics: ["workspace"] });
  return (
    <Stack gap={16}>
      <Panel title={m.title}>
        <Loaded found={stored}>
          {(workspace) => (
            <RecordForm
              seen={seen(workspace)}
              reread={async () => seen(await request<Workspace>("GET", "/workspace"))}
              path="/workspace"
              method="PATCH"
              topics={["workspace"]}
              words={{
                name: m.name,
                language: m.language,
                time_zone: m.timeZone,
                formation_minimum: m.formationMinimum,
              }}
              stays={seen}
            >
              {({ fields, field }) => (
                <FieldGrid>
                  <TextInput {...field("name")} required />
                  <Select {...field("language")} hint={m.languageHint} options={languages} />
                  <Select
                    {...field("time_zone")}
                    options={timeZones(fields.time_zone).map((zone) => ({
                      value: zone,
                      label: zone.replaceAll("_", " "),
                    }))}
                  />
                  <NumberInput
                    {...field("formation_minimum")}
                    hint={m.formationHint}
                    min={2}
                    max={1000}
                    required
                  />
                </FieldGrid>
              )}
            </RecordForm>
          )}
        </Loaded>
      </Panel>
      <CustomFieldsPanel />
      <Panel title={m.export}>
        <Stack>
          <p>{m.exportText}</p>
          <Row>
            <Button href={`${base}/export`} download>
              {m.exportAll}
            </Button>
            <Button href={`${base}/export?history=true`} download>
              {m.exportHistory}
            </Button>
          </Row>
        </Stack>
      </Panel>
    </Stack>
  );
}
