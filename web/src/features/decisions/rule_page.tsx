// How an organization decides, edited as steps and as text side by side, and when its bodies meet.
import { useEffect, useState } from "react";
import { useParams } from "react-router";
import { type Schemas, request, useGet, usePages } from "../../api";
import { useMessages } from "../../i18n";
import {
  Callout,
  type Draft,
  FormError,
  Loaded,
  Page,
  PageHeader,
  Panel,
  RecordForm,
  Select,
  Stack,
  TextInput,
  Textarea,
} from "../../ui";
import style from "./decisions.module.css";
import { MeetingsPanel } from "./meetings_panel";
import { ruleMessages } from "./rule_messages";
import { RuleForm } from "./rule_form";
import { timetableTopics } from "./topics";
import { useRule } from "./use_rule";

type View = Schemas["DecisionRuleView"];

interface Fields {
  text: string;
  source: string;
}
const seen = (view: View) => ({
  fields: { text: view.text, source: view.source } as Fields,
  revision: view.revision ?? undefined,
});

function Faults({ faults, quiet }: { faults: View["faults"]; quiet: boolean }) {
  const m = useMessages(ruleMessages);
  if (faults.length === 0) return quiet ? null : <Callout tone="good">{m.sound}</Callout>;
  return (
    <Callout tone="bad">
      <strong>{m.faults}</strong>
      <ul className={style.faults}>
        {faults.map((fault, at) => (
          <li key={at}>
            {fault.line > 0 && <strong>{m.line(fault.line)}: </strong>}
            {fault.message}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

interface EditorProps {
  stored: View;
  form: Draft<Fields>;
  /** Told whether the rule can be saved as it is. */
  onSound: (sound: boolean) => void;
}

function Editor({ stored, form, onSound }: EditorProps) {
  const m = useMessages(ruleMessages);
  const { field, fields, set } = form;
  const draft = useRule(stored, fields.text, (text) => set({ text }));
  const templates = usePages<Schemas["DecisionRuleTemplate"]>("/decision-rule-templates");
  const readOnly = !stored.can_edit;
  const sound = !draft.waiting && draft.faults.length === 0 && fields.text.trim() !== "";
  useEffect(() => onSound(sound), [sound, onSound]);
  return (
    <>
      {!readOnly && (
        <Select
          label={m.startFrom}
          value={null}
          placeholder={m.chooseTemplate}
          options={templates.items.map((one) => ({ value: one.key, label: one.title }))}
          onChange={(key) => {
            const chosen = templates.items.find((one) => one.key === key);
            if (chosen) set({ text: chosen.text });
          }}
        />
      )}
      <div className={style.editor}>
        <section aria-label={m.asSteps}>
          <h2>{m.asSteps}</h2>
          <RuleForm rule={draft.rule} onChange={draft.writeRule} disabled={readOnly} />
        </section>
        <section aria-label={m.asText}>
          <h2>{m.asText}</h2>
          <Stack>
            <Textarea
              {...field("text")}
              labelHidden
              hint={m.textHint}
              rows={16}
              monospace
              disabled={readOnly}
            />
            <Faults faults={draft.faults} quiet={draft.waiting || !fields.text.trim()} />
            <TextInput {...field("source")} hint={m.sourceHint} disabled={readOnly} />
            <FormError error={draft.error} />
          </Stack>
        </section>
      </div>
    </>
  );
}

export function RulePage() {
  const m = useMessages(ruleMessages);
  const { id = "" } = useParams();
  const path = `/organizations/${id}/decision-rule`;
  const found = useGet<View>(path, { topics: ["decision_rule"] });
  const organization = useGet<Schemas["Organization"]>(`/organizations/${id}`, { topics: ["organization"] });
  const [sound, setSound] = useState(false);
  const name = organization.data?.name ?? "";
  return (
    <Page>
      <PageHeader
        title={m.ruleTitle}
        status={name}
        crumbs={[
          { label: m.organizations, to: "/organizations" },
          { label: name, to: `/organizations/${id}` },
        ]}
      />
      <Stack gap={16}>
        <Panel>
          <Loaded found={found} lines={10}>
            {(stored) => (
              <RecordForm<Fields, View>
                seen={seen(stored)}
                reread={async () => seen(await request<View>("GET", path))}
                path={path}
                method="PUT"
                topics={timetableTopics}
                words={{ text: m.asText, source: m.source }}
                disabled={!sound}
                readOnly={!stored.can_edit}
                stays={seen}
              >
                {(form) => <Editor stored={stored} form={form} onSound={setSound} />}
              </RecordForm>
            )}
          </Loaded>
        </Panel>
        <MeetingsPanel
          organizationId={id}
          canEdit={found.data?.can_edit ?? false}
          bodies={found.data?.rule.steps.map((step) => step.name).filter(Boolean) ?? []}
        />
      </Stack>
    </Page>
  );
}
