// What was said with the person and how they stood, with the way to log the next conversation.
import { useState } from "react";
import { type Page, type Schemas, request } from "../../api";
import { useMessages } from "../../i18n";
import { type Choice, Drawer, Panel, SearchSelect, Stack, TwoColumns } from "../../ui";
import { LogConversation } from "../conversations/log_conversation";
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

async function searchDrives(search: string, signal: AbortSignal): Promise<Choice[]> {
  const query = { search, limit: 20 };
  const found = await request<Page<Schemas["DriveSummary"]>>("GET", "/drives", undefined, { query, signal });
  return found.items.map((one) => ({
    id: one.drive.id,
    label: `${one.target_name}: ${one.organization_name}`,
    detail: one.drive.ask,
  }));
}

export function LogDrawer({ record, onClose }: { record: PersonRecord; onClose: () => void }) {
  const m = useMessages(messages).conversations;
  const [drive, setDrive] = useState<Choice | null>(null);
  return (
    <Drawer open onClose={onClose} title={record.name}>
      <Stack gap={16}>
        <SearchSelect
          label={m.drive}
          hint={m.driveHint}
          searchKey="drives"
          value={drive}
          onChange={setDrive}
          search={searchDrives}
        />
        <LogConversation
          key={drive?.id ?? ""}
          person={{ id: record.person.id, name: record.name }}
          driveId={drive?.id ?? null}
          onLogged={onClose}
        />
      </Stack>
    </Drawer>
  );
}
