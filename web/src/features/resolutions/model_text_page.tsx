// One model text: read, copied, and edited when it is the workspace's own.
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { type Schemas, fieldFaults, request, useGet, useSend } from "../../api";
import { useCan } from "../../app/session";
import { useLanguage, useMessages } from "../../i18n";
import {
  Button,
  ErrorState,
  FieldGrid,
  FormError,
  Page,
  PageHeader,
  Panel,
  Row,
  Select,
  Skeleton,
  Stack,
  TextInput,
  toast,
} from "../../ui";
import { DocumentView, useTitle } from "./document_view";
import { messages } from "./messages";
import { TextEditor } from "./text_editor";
import { useGetPreview } from "./use_preview";

type ModelText = Schemas["ModelTextView"];
const libraryPath = "/resolutions?tab=library";

export function ModelTextPage() {
  const m = useMessages(messages);
  const { key = "" } = useParams();
  const language = useLanguage();
  const text = useGet<ModelText>(`/model-texts/${key}`, { topics: ["model_text"], enabled: key !== "new" });
  if (key === "new")
    return (
      <Edit start={{ title: "", language, body: m.blankText }} crumb={m.newModel} onDone={libraryPath} />
    );
  if (text.error) return <ErrorState error={text.error} retry={() => void text.refetch()} />;
  if (!text.data) return <Skeleton />;
  return <One text={text.data} />;
}

function One({ text }: { text: ModelText }) {
  const m = useMessages(messages);
  const can = useCan();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const remove = useSend({ topics: ["model_text"] });
  const preview = useGetPreview(text.body);
  const title = useTitle();
  if (editing)
    return (
      <Edit
        start={text}
        own={text.own ? text : undefined}
        crumb={title(text.title)}
        onDone={text.own ? undefined : libraryPath}
        onClose={() => setEditing(false)}
      />
    );
  return (
    <Page narrow>
      <PageHeader
        title={title(text.title)}
        crumbs={[
          { label: m.title, to: "/resolutions" },
          { label: m.tabs.library, to: libraryPath },
        ]}
        status={`${m.languages[text.language as "en" | "es"]} · ${text.own ? m.yours : m.comesWith}`}
        actions={
          can.organize && (
            <>
              {text.own && (
                <Button
                  busy={remove.isPending}
                  onClick={() =>
                    remove.mutate(
                      { method: "DELETE", path: `/model-texts/${text.key}`, revision: text.revision },
                      {
                        onSuccess: () => {
                          const { language, body } = text;
                          toast({
                            message: m.removed(title(text.title)),
                            undo: () =>
                              request("POST", "/model-texts", { title: text.title, language, body }),
                          });
                          void navigate(libraryPath);
                        },
                      },
                    )
                  }
                >
                  {m.remove}
                </Button>
              )}
              <Button variant="primary" onClick={() => setEditing(true)}>
                {text.own ? m.edit_ : m.copy}
              </Button>
            </>
          )
        }
      />
      <FormError error={remove.error} />
      <Panel>{preview.data ? <DocumentView document={preview.data.document} /> : <Skeleton />}</Panel>
    </Page>
  );
}

interface EditProps {
  start: { title: string; language: string; body: string };
  /** The text that is changed; none: a new one is made. */
  own?: ModelText;
  crumb: string;
  onClose?: () => void;
  /** Where to go when it is saved. */
  onDone?: string;
}

function Edit({ start, own, crumb, onClose, onDone }: EditProps) {
  const m = useMessages(messages);
  const navigate = useNavigate();
  const [title, setTitle] = useState(own ? own.title : "");
  const [language, setLanguage] = useState(start.language);
  const [body, setBody] = useState(start.body);
  const save = useSend<ModelText>({ topics: ["model_text"] });
  const faults = fieldFaults(save.error);
  return (
    <Page>
      <PageHeader
        title={crumb}
        crumbs={[
          { label: m.title, to: "/resolutions" },
          { label: m.tabs.library, to: libraryPath },
        ]}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(
            {
              method: own ? "PATCH" : "POST",
              path: own ? `/model-texts/${own.key}` : "/model-texts",
              body: { title, language, body },
              revision: own?.revision,
            },
            {
              onSuccess: () => {
                toast(m.saved);
                if (onDone) void navigate(onDone);
                else onClose?.();
              },
            },
          );
        }}
      >
        <Stack gap={16}>
          <FieldGrid>
            <TextInput
              label={m.modelTitle}
              hint={m.modelTitleHint}
              value={title}
              onChange={setTitle}
              error={faults.title}
              maxLength={300}
            />
            <Select
              label={m.language}
              value={language}
              onChange={setLanguage}
              options={[
                { value: "en", label: m.languages.en },
                { value: "es", label: m.languages.es },
              ]}
            />
          </FieldGrid>
          <TextEditor value={body} onChange={setBody} error={faults.body} />
          <FormError error={save.error} />
          <Row>
            <Button type="submit" variant="primary" busy={save.isPending}>
              {m.save}
            </Button>
            {onClose ? (
              <Button variant="quiet" onClick={onClose}>
                {m.cancel}
              </Button>
            ) : (
              <Button variant="quiet" to={libraryPath}>
                {m.cancel}
              </Button>
            )}
          </Row>
        </Stack>
      </form>
    </Page>
  );
}
