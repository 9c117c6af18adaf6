// One worker of the chart: who they are, how they stood, what was said, and the next conversation.
import { useFormat, useMessages } from "../../i18n";
import {
  type Assessment,
  AssessmentPicker,
  Button,
  Checkbox,
  Drawer,
  Facts,
  Stack,
  useAssessmentLabel,
} from "../../ui";
import { LogConversation } from "../conversations/log_conversation";
import { messages as talk } from "../conversations/messages";
import { PersonAssessments, PersonConversations } from "../conversations/person_conversations";
import type { Worker } from "./chart";
import { messages } from "./messages";

export interface WorkerPanelProps {
  worker: Worker | undefined;
  driveId: string;
  onClose: () => void;
  onAssess: (id: string, value: Assessment) => void;
  onLeader: (id: string) => void;
}

export function WorkerPanel({ worker, driveId, onClose, onAssess, onLeader }: WorkerPanelProps) {
  const m = useMessages(messages);
  const t = useMessages(talk);
  const { date } = useFormat();
  const label = useAssessmentLabel();
  return (
    <Drawer open={worker !== undefined} onClose={onClose} title={worker?.name ?? ""}>
      {worker && (
        <Stack gap={18}>
          <Facts
            facts={[
              [m.department, worker.department],
              [m.shift, worker.shift],
              [t.last, worker.lastContactOn && date(worker.lastContactOn)],
              [t.again, worker.followUpOn && date(worker.followUpOn)],
            ]}
          />
          <AssessmentPicker
            label={`${worker.name}: ${label((worker.assessment || null) as Assessment | null)}`}
            value={(worker.assessment || null) as Assessment | null}
            onChange={(value) => value && onAssess(worker.id, value)}
          />
          <Checkbox
            label={t.leader}
            checked={worker.leader}
            disabled={!worker.assessment}
            hint={worker.assessment ? undefined : t.leaderHint}
            onChange={() => onLeader(worker.id)}
          />
          <Button to={`/people/${worker.id}`}>{m.open}</Button>
          <h3>{m.history}</h3>
          <PersonConversations personId={worker.id} />
          <h3>{m.judgements}</h3>
          <PersonAssessments personId={worker.id} driveId={driveId} />
          <h3>{m.log}</h3>
          <LogConversation
            key={worker.id}
            person={worker}
            driveId={driveId}
            assessment={worker.assessment || null}
            leader={worker.leader}
          />
        </Stack>
      )}
    </Drawer>
  );
}
