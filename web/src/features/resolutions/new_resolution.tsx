// Choosing the text that a drive's resolution begins with.
import { useState } from "react";
import { useNavigate } from "react-router";
import { type Schemas, usePages, useSend } from "../../api";
import { type Language, useLanguage, useMessages } from "../../i18n";
import { ErrorState, Form, Modal, RadioGroup, Select, Skeleton, optionsOf } from "../../ui";
import { useTitle } from "./document_view";
import { messages } from "./messages";

export interface NewResolutionProps {
  driveId: string;
  open: boolean;
  onClose: () => void;
}

export function NewResolution({ driveId, open, onClose }: NewResolutionProps) {
  const m = useMessages(messages);
  return (
    <Modal open={open} onClose={onClose} title={m.draft}>
      <Choose driveId={driveId} onClose={onClose} />
    </Modal>
  );
}

function Choose({ driveId, onClose }: { driveId: string; onClose: () => void }) {
  const m = useMessages(messages);
  const navigate = useNavigate();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [model, setModel] = useState<string | null>(null);
  const texts = usePages<Schemas["ModelTextView"]>("/model-texts", {
    query: { language },
    topics: ["model_text"],
  });
  const title = useTitle();
  const create = useSend<Schemas["ResolutionView"]>({ topics: ["resolution"] });
  if (texts.error) return <ErrorState error={texts.error} retry={() => void texts.refetch()} />;
  return (
    <Form
      submit={m.create}
      busy={create.isPending}
      disabled={!model}
      error={create.error}
      onCancel={onClose}
      onSubmit={() =>
        create.mutate(
          {
            path: `/drives/${driveId}/resolutions`,
            body: model === "blank" ? { body: m.blankText, language } : { model, language },
          },
          { onSuccess: (made) => void navigate(`/resolutions/${made.resolution.id}`) },
        )
      }
    >
      <Select
        label={m.language}
        value={language}
        onChange={(chosen) => {
          setLanguage(chosen);
          setModel(null);
        }}
        options={optionsOf(m.languages)}
      />
      {texts.isPending ? (
        <Skeleton />
      ) : (
        <RadioGroup
          label={m.draftFrom}
          value={model}
          onChange={setModel}
          options={[
            ...texts.items.map((text) => ({
              value: text.key,
              label: text.own ? `${title(text.title)} (${m.own})` : title(text.title),
            })),
            { value: "blank", label: m.blank },
          ]}
        />
      )}
    </Form>
  );
}
