// Adding a record, or changing one. When somebody else saved in the meantime nothing is lost: what only one of
// them changed stands, and where both changed the same field both versions are shown and the user chooses.
import { type ReactNode, useState } from "react";
import { type Method, fieldFaults, isKind, useSend } from "../api";
import { useFormat, useMessages } from "../i18n";
import { ConflictChoice } from "./conflict_choice";
import { Form, type FormProps } from "./form";
import { Callout, Stack } from "./layout";
import { changedNames, disagreements, merged } from "./merge";
import { messages } from "./messages";
import { Modal } from "./overlay";
import { toast } from "./toast";
import { Unsaved } from "./unsaved";

/** A record's fields as somebody saw them. */
export interface Seen<D> {
  fields: D;
  /** Of the record; none where it is a new one. */
  revision?: string;
}

type Name<D> = keyof D & string;

/** What the fields of a form need: `<TextInput {...form.field("name")} required />`. */
export interface Draft<D> {
  fields: D;
  set: (change: Partial<D>) => void;
  faults: Record<string, string>;
  field: <K extends Name<D>>(
    name: K,
  ) => { label: string; name: K; value: D[K]; error?: string; onChange: (value: D[K]) => void };
}

export interface RecordFormProps<D extends object, R> extends Pick<
  FormProps,
  "submit" | "look" | "disabled" | "onCancel"
> {
  /** What the form begins with. */
  seen: Seen<D>;
  /** How the record stands now: asked for when somebody else was faster. */
  reread?: () => Promise<Seen<D>>;
  /** Where it is sent: PUT to a record, POST to where new ones are made, unless told. It may hang on the fields. */
  path: string | ((fields: D) => string);
  method?: Method;
  /** What is sent of the fields; the fields themselves unless told. */
  body?: (fields: D, seen: D) => unknown;
  topics: string[];
  /** What the fields are called. */
  words: Record<Name<NoInfer<D>>, string>;
  /** How values read that are no plain text, number, choice or list of these. */
  say?: { [K in keyof NoInfer<D>]?: (value: NoInfer<D>[K]) => string };
  onSaved?: (saved: R) => void;
  /** The form stays after saving: what it shows then of the answer. */
  stays?: (saved: R) => Seen<D>;
  /** Gives the record a button that removes it. */
  onRemoved?: () => void;
  /** It is only looked at: no buttons. */
  readOnly?: boolean;
  children: (form: Draft<D>) => ReactNode;
}

/** Values of any field in words. */
function usePlainWords() {
  const m = useMessages(messages);
  const { number } = useFormat();
  const say = (value: unknown): string => {
    if (value === null || value === undefined || value === "") return m.conflict.empty;
    if (typeof value === "boolean") return value ? m.conflict.yes : m.conflict.no;
    if (typeof value === "number") return number(value);
    if (Array.isArray(value)) return value.map(say).join(", ") || m.conflict.empty;
    if (typeof value === "object" && "label" in value) return String(value.label);
    return String(value);
  };
  return say;
}

export function RecordForm<D extends object, R = unknown>(props: RecordFormProps<D, R>) {
  const { reread, topics, words } = props;
  const pathOf = (of: D) => (typeof props.path === "string" ? props.path : props.path(of));
  const m = useMessages(messages);
  const plain = usePlainWords();
  // What the user saw when they began; the record itself may be renewed meanwhile by others' changes.
  const [seen, setSeen] = useState(props.seen);
  const [fields, setFields] = useState(props.seen.fields);
  /** The fields that both changed, and what somebody else wrote in them. */
  const [conflict, setConflict] = useState<{ names: Name<D>[]; theirs: D }>();
  /** What only they changed, and now stands here too. */
  const [joined, setJoined] = useState<Name<D>[]>([]);
  const [unread, setUnread] = useState<unknown>();
  const save = useSend<R>({ topics });
  const remove = useSend({ topics });
  const say = <K extends Name<D>>(name: K, value: D[K]) => props.say?.[name]?.(value) ?? plain(value);

  const begin = (next: Seen<D>) => {
    setSeen(next);
    setFields(next.fields);
    setJoined([]);
  };
  const [given, setGiven] = useState(props.seen.revision);
  if (props.seen.revision !== given) {
    setGiven(props.seen.revision);
    // Somebody else saved while nothing was typed here: their version is simply shown.
    if (changedNames(seen.fields, fields).length === 0 && props.seen.revision !== seen.revision)
      begin(props.seen);
  }

  /** Somebody else was faster: their changes and mine are put together, or laid side by side. */
  const meet = async (mine: D) => {
    try {
      const now = await reread!();
      setFields(merged(seen.fields, now.fields, mine));
      setSeen(now);
      save.reset();
      const names = disagreements(seen.fields, now.fields, mine);
      if (names.length > 0) setConflict({ names, theirs: now.fields });
      else setJoined(changedNames(seen.fields, now.fields));
    } catch (error) {
      setUnread(error);
    }
  };
  const send = (mine: D) => {
    // As it was seen, or theirs was chosen everywhere: there is nothing to save.
    if (props.onCancel && seen.revision !== undefined && changedNames(seen.fields, mine).length === 0)
      return props.onCancel();
    save.mutate(
      {
        method: props.method ?? (seen.revision === undefined ? "POST" : "PUT"),
        path: pathOf(mine),
        body: props.body ? props.body(mine, seen.fields) : mine,
        revision: seen.revision,
      },
      {
        onSuccess: (saved) => {
          toast(m.saved);
          if (props.stays) begin(props.stays(saved));
          props.onSaved?.(saved);
        },
        onError: (error) => {
          if (reread && isKind(error, "stale")) void meet(mine);
        },
      },
    );
  };
  const erase = () =>
    remove.mutate(
      { method: "DELETE", path: pathOf(seen.fields), revision: seen.revision },
      {
        onSuccess: () => {
          toast(m.removed);
          props.onRemoved?.();
        },
      },
    );

  if (conflict)
    return (
      <ConflictChoice
        look={props.look}
        busy={save.isPending}
        onCancel={props.onCancel}
        disagreements={conflict.names.map((name) => ({
          name,
          label: words[name],
          theirs: say(name, conflict.theirs[name]),
          mine: say(name, fields[name]),
        }))}
        onChoose={(names) => {
          const final = { ...fields };
          for (const name of names as Name<D>[]) final[name] = conflict.theirs[name];
          setConflict(undefined);
          setFields(final);
          send(final);
        }}
      />
    );

  const faults = fieldFaults(save.error);
  const draft: Draft<D> = {
    fields,
    faults,
    set: (change) => setFields((former) => ({ ...former, ...change })),
    field: (name) => ({
      label: words[name],
      name,
      value: fields[name],
      error: faults[name],
      onChange: (value) => setFields((former) => ({ ...former, [name]: value })),
    }),
  };
  if (props.readOnly) return <Stack gap={14}>{props.children(draft)}</Stack>;
  return (
    <Form
      submit={props.submit}
      look={props.look}
      busy={save.isPending}
      disabled={props.disabled}
      error={unread ?? (reread && isKind(save.error, "stale") ? undefined : save.error) ?? remove.error}
      onCancel={props.onCancel}
      onSubmit={() => send(fields)}
      onRemove={props.onRemoved && erase}
      removing={remove.isPending}
    >
      {/* A dialog is left by its own buttons. */}
      {props.stays && <Unsaved when={changedNames(seen.fields, fields).length > 0} />}
      {joined.length > 0 && (
        <Callout tone="warn">
          <strong>{m.conflict.title}</strong> {m.conflict.both}
          {joined.map((name) => (
            <div key={name}>
              {words[name]}: {say(name, seen.fields[name])}
            </div>
          ))}
        </Callout>
      )}
      {props.children(draft)}
    </Form>
  );
}

/** The same as a dialog. */
export const RecordDialog = <D extends object, R = unknown>({
  title,
  size = "large",
  onClose,
  ...form
}: Omit<RecordFormProps<D, R>, "onCancel"> & {
  title: string;
  size?: "medium" | "large";
  onClose: () => void;
}) => (
  <Modal open onClose={onClose} title={title} size={size}>
    <RecordForm<D, R> {...form} onCancel={onClose} />
  </Modal>
);
