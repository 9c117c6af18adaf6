// One model text: read, copied, and edited when it is the workspace's own.
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { type Schemas, request, useGet, useSend } from "../../api";
import { useCan } from "../../app/session";
import { useLanguage, useMessages } from "../../i18n";
import {
  Button,
  FieldGrid,
  FormError,
  Loaded,
  Page,
  PageHeader,
  Panel,
  RecordForm,
  Select,
  TextInput,
  optionsOf,
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
  if (text.data) return <One text={text.data} />;
  return (
    <Page>
      <Loaded found={text}>{() => null}</Loaded>
    </Page>
  );
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
      <Panel>
        <Loaded found={preview}>{({ document }) => <DocumentView document={document} />}</Loaded>
      </Panel>
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

const seenOf = ({ title, language, body, revision }: ModelText) => ({
  fields: { title, language, body },
  revision: revision ?? undefined,
});

function Edit({ start, own, crumb, onClose, onDone }: EditProps) {
  const m = useMessages(messages);
  const navigate = useNavigate();
  const close = () => (onClose ? onClose() : void navigate(libraryPath));
  const path = own ? `/model-texts/${own.key}` : "/model-texts";
  return (
    <Page>
      <PageHeader
        title={crumb}
        crumbs={[
          { label: m.title, to: "/resolutions" },
          { label: m.tabs.library, to: libraryPath },
        ]}
      />
      <RecordForm
        // A copy begins without the title of what it was copied from.
        seen={own ? seenOf(own) : { fields: { title: "", language: start.language, body: start.body } }}
        reread={own && (async () => seenOf(await request<ModelText>("GET", path)))}
        path={path}
        method={own ? "PATCH" : "POST"}
        topics={["model_text"]}
        words={{ title: m.modelTitle, language: m.language, body: m.body }}
        say={{ language: (language) => m.languages[language as "en" | "es"] }}
        onCancel={close}
        onSaved={() => (onDone ? void navigate(onDone) : close())}
      >
        {({ field }) => (
          <>
            <FieldGrid>
              <TextInput {...field("title")} hint={m.modelTitleHint} maxLength={300} />
              <Select {...field("language")} options={optionsOf(m.languages as Record<string, string>)} />
            </FieldGrid>
            <TextEditor {...field("body")} />
          </>
        )}
      </RecordForm>
    </Page>
  );
}
