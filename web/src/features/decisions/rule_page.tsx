// How an organization decides, edited as steps and as text side by side, and when its bodies meet.
import { useEffect, useRef, useState } from "react";
import { useParams } from "react-router";
import { type Schemas, request, useGet, usePages, useSend } from "../../api";
import { useMessages } from "../../i18n";
import {
  Button,
  Callout,
  ErrorState,
  FormError,
  Page,
  PageHeader,
  Panel,
  Row,
  Select,
  Skeleton,
  Stack,
  TextInput,
  Textarea,
  toast,
} from "../../ui";
import style from "./decisions.module.css";
import { MeetingsPanel } from "./meetings_panel";
import { messages } from "./messages";
import { RuleForm } from "./rule_form";
import { timetableTopics } from "./timetable_panel";

type View = Schemas["DecisionRuleView"];
type Rule = Schemas["DecisionRule"];
type Template = Schemas["DecisionRuleTemplate"];

/** Both forms of a rule; the server makes the other from the one that was changed last. */
function useDraft(stored: View) {
  const [text, setText] = useState(stored.text);
  const [rule, setRule] = useState(stored.rule);
  const [faults, setFaults] = useState(stored.revision ? stored.faults : []);
  const [error, setError] = useState<unknown>(null);
  const asked = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      asked.current?.abort();
    },
    [],
  );
  const ask = (input: { text: string } | { rule: Rule }) => {
    clearTimeout(timer.current);
    asked.current?.abort();
    timer.current = setTimeout(() => {
      const controller = new AbortController();
      asked.current = controller;
      request<View>("POST", "/decision-rules/check", { source: "", ...input }, { signal: controller.signal })
        .then((checked) => {
          if (controller.signal.aborted) return;
          // What is being typed stays as it is typed.
          if ("text" in input) setRule(checked.rule);
          else setText(checked.text);
          setFaults(checked.faults);
          setError(null);
        })
        .catch((problem: unknown) => {
          if (!controller.signal.aborted) setError(problem);
        });
    }, 350);
  };
  return {
    text,
    rule,
    faults,
    error,
    writeText: (changed: string) => {
      setText(changed);
      ask({ text: changed });
    },
    writeRule: (changed: Rule) => {
      setRule(changed);
      ask({ rule: changed });
    },
  };
}

function Editor({ stored, path }: { stored: View; path: string }) {
  const m = useMessages(messages);
  const draft = useDraft(stored);
  const [source, setSource] = useState(stored.source);
  const templates = usePages<Template>("/decision-rule-templates");
  const save = useSend<View>({ topics: timetableTopics });
  const readOnly = !stored.can_edit;
  return (
    <Panel>
      <Stack>
        {!readOnly && (
          <Select
            label={m.startFrom}
            value={null}
            placeholder={m.chooseTemplate}
            options={templates.items.map((one) => ({ value: one.key, label: one.title }))}
            onChange={(key) => {
              const chosen = templates.items.find((one) => one.key === key);
              if (chosen) draft.writeText(chosen.text);
            }}
          />
        )}
        <div className={style.editor}>
          <section aria-label={m.asSteps}>
            <h2>{m.asSteps}</h2>
            <RuleForm rule={draft.rule} onChange={draft.writeRule} disabled={readOnly} />
          </section>
          <section aria-label={m.asText}>
            <Stack>
              <Textarea
                label={m.asText}
                hint={m.textHint}
                value={draft.text}
                onChange={draft.writeText}
                rows={16}
                monospace
                disabled={readOnly}
              />
              {draft.faults.length > 0 ? (
                <Callout tone="bad">
                  <strong>{m.faults}</strong>
                  <ul className={style.faults}>
                    {draft.faults.map((fault, at) => (
                      <li key={at}>
                        {fault.line > 0 && <strong>{m.line(fault.line)}: </strong>}
                        {fault.message}
                      </li>
                    ))}
                  </ul>
                </Callout>
              ) : (
                draft.text.trim() && <Callout tone="good">{m.sound}</Callout>
              )}
              <TextInput
                label={m.source}
                hint={m.sourceHint}
                value={source}
                onChange={setSource}
                disabled={readOnly}
              />
              <FormError error={save.error ?? draft.error} />
              {!readOnly && (
                <Row>
                  <Button
                    variant="primary"
                    busy={save.isPending}
                    disabled={draft.faults.length > 0 || !draft.text.trim()}
                    onClick={() =>
                      save.mutate(
                        {
                          method: "PUT",
                          path,
                          body: { text: draft.text, source },
                          revision: stored.revision,
                        },
                        { onSuccess: () => toast(m.saved) },
                      )
                    }
                  >
                    {m.save}
                  </Button>
                </Row>
              )}
            </Stack>
          </section>
        </div>
      </Stack>
    </Panel>
  );
}

export function RulePage() {
  const m = useMessages(messages);
  const { id = "" } = useParams();
  const path = `/organizations/${id}/decision-rule`;
  const found = useGet<View>(path, { topics: ["decision_rule"] });
  const organization = useGet<Schemas["Organization"]>(`/organizations/${id}`, { topics: ["organization"] });
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
      <Stack>
        {found.data ? (
          <Editor stored={found.data} path={path} />
        ) : found.error ? (
          <ErrorState error={found.error} retry={() => void found.refetch()} />
        ) : (
          <Skeleton />
        )}
        <MeetingsPanel organizationId={id} canEdit={found.data?.can_edit ?? false} />
      </Stack>
    </Page>
  );
}
