// When an organization's bodies meet: patterns and single days, and the next meetings that follow from them.
import { useState } from "react";
import { type Schemas, fieldFaults, usePages, useSend } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  FieldGrid,
  FormError,
  Panel,
  Select,
  Stack,
  TextInput,
  toast,
  useToastError,
} from "../../ui";
import style from "./decisions.module.css";
import { messages } from "./messages";
import { timetableTopics } from "./timetable_panel";

type Kind = Schemas["StepKind"];
const shown = 12;

export function MeetingsPanel({ organizationId, canEdit }: { organizationId: string; canEdit: boolean }) {
  const m = useMessages(messages);
  const { date } = useFormat();
  const failed = useToastError();
  const base = `/organizations/${organizationId}`;
  const patterns = usePages<Schemas["StoredPattern"]>(`${base}/meeting-patterns`, {
    topics: ["meeting_pattern"],
  });
  const calendar = usePages<Schemas["CalendarDay"]>(`${base}/calendar`, {
    topics: ["meeting_pattern", "meeting"],
  });
  const [body, setBody] = useState<Kind>("membership_meeting");
  const [pattern, setPattern] = useState("");
  const add = useSend<Schemas["StoredPattern"]>({ topics: timetableTopics });
  const remove = useSend({ topics: timetableTopics });
  const kinds = Object.entries(m.kinds) as [Kind, string][];
  const name = (one: string) => (m.kinds as Record<string, string>)[one] ?? one;
  return (
    <Panel title={m.meetings}>
      <Stack>
        {patterns.items.length === 0 && !patterns.isPending && <p className="hint">{m.noMeetings}</p>}
        <ul className={style.acts}>
          {patterns.items.map((one) => (
            <li key={one.id} className={style.act}>
              <span>
                <strong>{name(one.body)}</strong>: {one.pattern}
              </span>
              {canEdit && (
                <Button
                  size="small"
                  variant="quiet"
                  onClick={() =>
                    remove.mutate(
                      { method: "DELETE", path: `/meeting-patterns/${one.id}`, revision: one.revision },
                      { onSuccess: () => toast(m.removed), onError: failed },
                    )
                  }
                >
                  {m.remove}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {canEdit && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              add.mutate(
                { path: `${base}/meeting-patterns`, body: { body, pattern } },
                { onSuccess: () => setPattern("") },
              );
            }}
          >
            <Stack>
              <FieldGrid>
                <Select
                  label={m.body}
                  value={body}
                  onChange={setBody}
                  options={kinds.map(([value, label]) => ({ value, label }))}
                />
                <TextInput
                  label={m.pattern}
                  hint={m.patternHint}
                  value={pattern}
                  onChange={setPattern}
                  error={fieldFaults(add.error).pattern}
                  required
                />
              </FieldGrid>
              <FormError error={add.error} />
              <div>
                <Button type="submit" busy={add.isPending} disabled={!pattern.trim()}>
                  {m.add}
                </Button>
              </div>
            </Stack>
          </form>
        )}
        {calendar.items.length > 0 && (
          <section>
            <h3>{m.next}</h3>
            <ul className={style.acts}>
              {calendar.items.slice(0, shown).map((day, at) => (
                <li key={at} className={style.act}>
                  <span>
                    {date(day.on)} · {name(day.body)}
                    {day.name && ` · ${day.name}`}
                    {day.place && ` · ${day.place}`}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Stack>
    </Panel>
  );
}
