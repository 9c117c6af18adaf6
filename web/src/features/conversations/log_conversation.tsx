// Logging a conversation on a laptop: for drive, person and wall chart pages.
import { useState } from "react";
import { type Schemas, fieldFaults, request, useSend } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  type Assessment,
  AssessmentPicker,
  Checkbox,
  DateInput,
  FieldGrid,
  Form,
  Select,
  TextInput,
  Textarea,
  optionsOf,
  toast,
} from "../../ui";
import { channels } from "./channels";
import { messages } from "./messages";
import { conversationTopics } from "./use_my_day";

type Logged = Schemas["LoggedConversation"];
type Channel = Schemas["Channel"];

const words = (text: string) => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );

export interface LogConversationProps {
  person: { id: string; name: string };
  /** Without a drive a conversation says nothing of how they stand. */
  driveId?: string | null;
  /** How they stand now, and whether they lead. */
  assessment?: number | null;
  leader?: boolean;
  onLogged?: (logged: Logged) => void;
}

export function LogConversation({
  person,
  driveId,
  assessment,
  leader = false,
  onLogged,
}: LogConversationProps) {
  const m = useMessages(messages);
  const { today } = useFormat();
  const [key, setKey] = useState(newKey);
  const [channel, setChannel] = useState<Channel>("in_person");
  const [reached, setReached] = useState(true);
  const [value, setValue] = useState<Assessment | null>(null);
  const [leads, setLeads] = useState(leader);
  const [issues, setIssues] = useState("");
  const [will, setWill] = useState("");
  const [note, setNote] = useState("");
  const [again, setAgain] = useState("");
  const send = useSend<Logged>({ topics: conversationTopics });
  const faults = fieldFaults(send.error);

  const begin = () => {
    setKey(newKey());
    setValue(null);
    setIssues("");
    setWill("");
    setNote("");
    setAgain("");
  };
  const submit = () =>
    send.mutate(
      {
        path: "/conversations",
        body: {
          person_id: person.id,
          drive_id: driveId ?? null,
          client_key: key,
          channel,
          reached,
          assessment: reached && driveId ? value : null,
          leader: driveId && leads !== leader && (value ?? assessment) ? leads : null,
          issues: reached ? words(issues) : [],
          answers: reached ? words(will) : [],
          note,
          follow_up_on: again || null,
        },
      },
      {
        onSuccess: (logged) => {
          begin();
          toast({
            message: m.logged(person.name),
            undo: () => request("DELETE", `/people/${person.id}/conversations/${logged.conversation.id}`),
          });
          onLogged?.(logged);
        },
      },
    );

  return (
    <Form submit={m.save} busy={send.isPending} error={send.error} onSubmit={submit}>
      <FieldGrid>
        <Select
          label={m.how}
          value={channel}
          onChange={setChannel}
          options={optionsOf(useMessages(channels))}
        />
        <DateInput
          label={m.again}
          value={again}
          min={today}
          onChange={setAgain}
          error={faults.follow_up_on}
        />
      </FieldGrid>
      <Checkbox label={m.reached} checked={reached} onChange={setReached} />
      {reached && driveId && (
        <>
          <AssessmentPicker label={m.answer} value={value} onChange={setValue} />
          <Checkbox
            label={m.leader}
            hint={(value ?? assessment) ? undefined : m.leaderHint}
            checked={leads}
            disabled={!(value ?? assessment)}
            onChange={setLeads}
          />
        </>
      )}
      {reached && (
        <>
          <TextInput label={m.issues} hint={m.issuesHint} value={issues} onChange={setIssues} />
          <TextInput label={m.will} hint={m.willHint} value={will} onChange={setWill} />
        </>
      )}
      <Textarea label={m.note} placeholder={m.noteHint} rows={3} value={note} onChange={setNote} />
    </Form>
  );
}
