// When an organization's bodies meet: regular meetings and single ones, and the next days that follow from them.
import { useState } from "react";
import { type Page, type Schemas, request, usePages } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  Columns,
  DateInput,
  FieldGrid,
  Hint,
  Panel,
  RecordDialog,
  Row,
  Select,
  Stack,
  TextInput,
} from "../../ui";
import { useBodyName } from "./body_name";
import style from "./decisions.module.css";
import { messages } from "./messages";
import { ruleMessages } from "./rule_messages";
import { timetableTopics } from "./topics";

type Kind = Schemas["StepKind"];
type Pattern = Schemas["StoredPattern"];
type Meeting = Schemas["Meeting"];
const shown = 12;

export interface MeetingsPanelProps {
  organizationId: string;
  canEdit: boolean;
  /** What the rule calls its own bodies. */
  bodies: string[];
}

export function MeetingsPanel({ organizationId, canEdit, bodies }: MeetingsPanelProps) {
  const m = useMessages(messages);
  const { kinds } = useMessages(ruleMessages);
  const { date, daysLeft } = useFormat();
  const name = useBodyName();
  const [open, setOpen] = useState<{ pattern: Pattern | "new" } | { meeting: Meeting | "new" }>();
  const base = `/organizations/${organizationId}`;
  const patterns = usePages<Pattern>(`${base}/meeting-patterns`, { topics: ["meeting_pattern"] });
  const meetings = usePages<Meeting>(`${base}/meetings`, { query: { limit: 200 }, topics: ["meeting"] });
  const calendar = usePages<Schemas["CalendarDay"]>(`${base}/calendar`, {
    topics: ["meeting_pattern", "meeting"],
  });
  const known = [...new Set([...Object.keys(kinds), ...bodies])].map((value) => ({
    value,
    label: name(value),
  }));
  const meetingOf = (day: Schemas["CalendarDay"]) =>
    canEdit ? meetings.items.find((one) => one.id === day.meeting_id) : undefined;
  const close = () => setOpen(undefined);
  return (
    <Panel
      title={m.meetings}
      aside={
        canEdit && (
          <Row>
            <Button size="small" onClick={() => setOpen({ pattern: "new" })}>
              {m.addPattern}
            </Button>
            <Button size="small" onClick={() => setOpen({ meeting: "new" })}>
              {m.addMeeting}
            </Button>
          </Row>
        )
      }
    >
      <Columns least={360}>
        <section>
          <h3>{m.patterns}</h3>
          {patterns.items.length === 0 && !patterns.isPending && <Hint>{m.noMeetings}</Hint>}
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
                    label={m.editMeeting(`${name(one.body)}, ${one.pattern}`)}
                    onClick={() => setOpen({ pattern: one })}
                  >
                    ✎
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{m.next}</h3>
          {calendar.items.length === 0 && !calendar.isPending && <Hint>{m.noNext}</Hint>}
          <ul className={style.acts}>
            {calendar.items.slice(0, shown).map((day, at) => {
              const meeting = meetingOf(day);
              return (
                <li key={at} className={style.act}>
                  <span>
                    <strong>{date(day.on)}</strong> ·{" "}
                    {[name(day.body), day.name, day.place].filter(Boolean).join(" · ")}
                  </span>
                  {meeting ? (
                    <Button
                      size="small"
                      variant="quiet"
                      label={m.editMeeting(date(day.on))}
                      onClick={() => setOpen({ meeting })}
                    >
                      ✎
                    </Button>
                  ) : (
                    at === 0 && <Hint>{daysLeft(day.on)}</Hint>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      </Columns>
      {open && "pattern" in open && (
        <PatternForm
          base={base}
          bodies={known}
          pattern={open.pattern === "new" ? undefined : open.pattern}
          onClose={close}
        />
      )}
      {open && "meeting" in open && (
        <MeetingForm
          base={base}
          bodies={known}
          meeting={open.meeting === "new" ? undefined : open.meeting}
          onClose={close}
        />
      )}
    </Panel>
  );
}

interface FormProps {
  /** The organization's path. */
  base: string;
  bodies: { value: string; label: string }[];
  onClose: () => void;
}

/** One of a list as it is stored now. */
async function reread<T extends { id: string }>(path: string, id: string): Promise<T | undefined> {
  const found = await request<Page<T>>("GET", path, undefined, { query: { limit: 200 } });
  return found.items.find((one) => one.id === id);
}

function PatternForm({ base, bodies, pattern, onClose }: FormProps & { pattern?: Pattern }) {
  const m = useMessages(messages);
  const name = useBodyName();
  const seen = (one?: Pattern) => ({
    revision: one?.revision,
    fields: { body: one?.body ?? ("membership_meeting" as Kind as string), pattern: one?.pattern ?? "" },
  });
  return (
    <RecordDialog
      title={pattern ? name(pattern.body) : m.addPattern}
      size="medium"
      seen={seen(pattern)}
      reread={pattern && (async () => seen(await reread<Pattern>(`${base}/meeting-patterns`, pattern.id)))}
      path={pattern ? `/meeting-patterns/${pattern.id}` : `${base}/meeting-patterns`}
      method={pattern ? "PATCH" : "POST"}
      topics={timetableTopics}
      words={m}
      say={{ body: name }}
      onClose={onClose}
      onSaved={onClose}
      onRemoved={pattern && onClose}
    >
      {({ field }) => (
        <>
          <Select {...field("body")} options={bodies} />
          <TextInput {...field("pattern")} hint={m.patternHint} required />
        </>
      )}
    </RecordDialog>
  );
}

function MeetingForm({ base, bodies, meeting, onClose }: FormProps & { meeting?: Meeting }) {
  const m = useMessages(messages);
  const name = useBodyName();
  const { date } = useFormat();
  const seen = (one?: Meeting) => ({
    revision: one?.revision,
    fields: {
      body: one?.body ?? ("membership_meeting" as Kind as string),
      held_on: one?.held_on ?? "",
      name: one?.name ?? "",
      place: one?.place ?? "",
    },
  });
  return (
    <RecordDialog
      title={meeting ? `${name(meeting.body)}, ${date(meeting.held_on)}` : m.addMeeting}
      size="medium"
      seen={seen(meeting)}
      reread={meeting && (async () => seen(await reread<Meeting>(`${base}/meetings`, meeting.id)))}
      path={meeting ? `/meetings/${meeting.id}` : `${base}/meetings`}
      method={meeting ? "PATCH" : "POST"}
      body={(fields) => ({ ...fields, held_on: fields.held_on || null })}
      topics={timetableTopics}
      words={{ body: m.body, held_on: m.heldOn, name: m.meetingName, place: m.place }}
      say={{ body: name, held_on: (day) => date(day) }}
      onClose={onClose}
      onSaved={onClose}
      onRemoved={meeting && onClose}
    >
      {({ field }) => (
        <Stack>
          <FieldGrid>
            <Select {...field("body")} options={bodies} />
            <DateInput {...field("held_on")} required />
          </FieldGrid>
          <TextInput {...field("name")} hint={m.meetingNameHint} />
          <TextInput {...field("place")} />
        </Stack>
      )}
    </RecordDialog>
  );
}
