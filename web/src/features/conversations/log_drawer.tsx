// Logging a conversation from a page that knows the person or the drive: the other is chosen here.
import { useState } from "react";
import { type Page, type Schemas, request } from "../../api";
import { useMessages } from "../../i18n";
import { type Choice, Drawer, SearchSelect, Stack } from "../../ui";
import { LogConversation } from "./log_conversation";
import { messages } from "./messages";

export async function searchPeople(search: string, signal: AbortSignal): Promise<Choice[]> {
  if (search.trim().length < 2) return [];
  const found = await request<Page<Schemas["PersonSummary"]>>("GET", "/people", undefined, {
    query: { search, limit: 20 },
    signal,
  });
  return found.items.map((one) => ({
    id: one.id,
    label: one.name,
    detail: [one.organization, one.city].filter(Boolean).join(" · "),
  }));
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

export interface LogDrawerProps {
  /** Who was talked with; chosen here where it is not known. */
  person?: Choice;
  /** In which drive; without one a conversation says nothing of how they stand. */
  drive?: Choice;
  onClose: () => void;
}

export function LogDrawer({ person, drive, onClose }: LogDrawerProps) {
  const m = useMessages(messages);
  const [who, setWho] = useState<Choice | null>(person ?? null);
  const [where, setWhere] = useState<Choice | null>(drive ?? null);
  return (
    <Drawer open onClose={onClose} title={person?.label ?? m.log}>
      <Stack gap={16}>
        {!person && (
          <SearchSelect
            label={m.person}
            searchKey="people"
            search={searchPeople}
            value={who}
            onChange={setWho}
            required
          />
        )}
        {!drive && (
          <SearchSelect
            label={m.drive}
            hint={m.driveHint}
            searchKey="drives"
            search={searchDrives}
            value={where}
            onChange={setWhere}
          />
        )}
        {who && (
          <LogConversation
            key={`${who.id} ${where?.id ?? ""}`}
            person={{ id: who.id, name: who.label }}
            driveId={where?.id ?? null}
            onLogged={onClose}
          />
        )}
      </Stack>
    </Drawer>
  );
}
