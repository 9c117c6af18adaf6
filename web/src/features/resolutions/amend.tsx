// Writing the next version. When somebody else was faster, both texts are kept and shown.
import { useState } from "react";
import { type Schemas, fieldFaults, isKind, request, useSend } from "../../api";
import { useMessages } from "../../i18n";
import { Callout, Form, Hint, Stack, TextInput, Unsaved, toast } from "../../ui";
import { DifferenceBetween } from "./difference_view";
import { messages } from "./messages";
import { TextEditor } from "./text_editor";

type View = Schemas["ResolutionView"];

export function Amend({ view, onDone }: { view: View; onDone: () => void }) {
  const m = useMessages(messages);
  // What was read when the writing began: a newer text must not slip under the user's hands.
  const [began] = useState(view);
  const [revision, setRevision] = useState(view.resolution.revision);
  const [body, setBody] = useState(view.latest.body);
  const [note, setNote] = useState("");
  const [newer, setNewer] = useState<View | null>(null);
  const { id } = view.resolution;
  const save = useSend<View>({ topics: ["resolution", "resolution_version"] });
  const faults = fieldFaults(save.error);
  const send = (read: string) =>
    save.mutate(
      { path: `/resolutions/${id}/versions`, body: { body, note }, revision: read },
      {
        onSuccess: () => {
          toast(m.saved);
          onDone();
        },
        onError: (error) => {
          if (isKind(error, "stale"))
            void request<View>("GET", `/resolutions/${id}`).then((theirs) => {
              setNewer(theirs);
              setRevision(theirs.resolution.revision);
            });
        },
      },
    );
  const overtaken = newer && newer.latest.number > began.latest.number;
  return (
    <Form
      submit={overtaken ? m.staleKeep : m.saveVersion}
      busy={save.isPending}
      disabled={body === began.latest.body || !body.trim()}
      error={overtaken ? undefined : save.error}
      onSubmit={() => send(revision)}
      onCancel={onDone}
    >
      <Unsaved when={body !== began.latest.body} />
      <TextEditor value={body} onChange={setBody} error={faults.body} resolutionId={id} />
      <TextInput
        label={m.note}
        hint={m.noteHint}
        value={note}
        onChange={setNote}
        error={faults.note}
        maxLength={300}
      />
      {overtaken && (
        <Callout tone="warn">
          <Stack>
            <strong>{m.staleTitle(newer.latest.number)}</strong>
            <span>{m.staleTheirs}</span>
            <DifferenceBetween id={id} from={began.latest.number} to={newer.latest.number} />
          </Stack>
        </Callout>
      )}
      {body === began.latest.body && <Hint>{m.unchanged}</Hint>}
    </Form>
  );
}
