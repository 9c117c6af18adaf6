// What was said with the person and how they stood each time.
import { useMessages } from "../../i18n";
import { Panel, TwoColumns } from "../../ui";
import { PersonAssessments, PersonConversations } from "../conversations/person_conversations";
import { messages } from "./messages";
import type { PersonRecord } from "./record";

export function ConversationsTab({ record }: { record: PersonRecord }) {
  const m = useMessages(messages).conversations;
  return (
    <TwoColumns>
      <Panel title={m.said}>
        <PersonConversations personId={record.person.id} />
      </Panel>
      <Panel title={m.stood}>
        <PersonAssessments personId={record.person.id} />
      </Panel>
    </TwoColumns>
  );
}
