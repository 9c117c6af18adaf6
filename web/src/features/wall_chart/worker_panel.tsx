// One worker of the chart: who they are, how they stand, what was said, and the next conversation.
import { useState } from "react";
import { useFormat, useMessages } from "../../i18n";
import {
  type Assessment,
  AssessmentPicker,
  Button,
  Checkbox,
  Drawer,
  Facts,
  Row,
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

export function WorkerPanel({ worker, onClose, ...props }: WorkerPanelProps) {
  return (
    <Drawer open={worker !== undefined} onClose={onClose} title={worker?.name ?? ""}>
      {worker && <Shown key={worker.id} worker={worker} {...props} />}
    </Drawer>
  );
}

function Shown({
  worker,
  driveId,
  onAssess,
  onLeader,
}: Omit<WorkerPanelProps, "worker" | "onClose"> & { worker: Worker }) {
  const m = useMessages(messages);
  const t = useMessages(talk);
  const { date } = useFormat();
  const label = useAssessmentLabel();
  const [logging, setLogging] = useState(false);
  const stands = (worker.assessment || null) as Assessment | null;
  return (
    <Stack gap={18}>
      <Facts
        facts={[
          [m.department, worker.department],
          [m.shift, worker.shift],
          [t.last, worker.lastContactOn && date(worker.lastContactOn)],
          [t.again, worker.followUpOn && date(worker.followUpOn)],
        ]}
      />
      {logging ? (
        <section>
          <h3>{m.log}</h3>
          <LogConversation
            person={worker}
            driveId={driveId}
            assessment={worker.assessment || null}
            leader={worker.leader}
            onLogged={() => setLogging(false)}
          />
        </section>
      ) : (
        <>
          <AssessmentPicker
            label={`${worker.name}: ${label(stands)}`}
            value={stands}
            onChange={(value) => value && onAssess(worker.id, value)}
          />
          <Checkbox
            label={t.leader}
            checked={worker.leader}
            disabled={!worker.assessment}
            hint={worker.assessment ? undefined : t.leaderHint}
            onChange={() => onLeader(worker.id)}
          />
          <Row>
            <Button variant="primary" onClick={() => setLogging(true)}>
              {m.log}
            </Button>
            <Button to={`/people/${worker.id}`}>{m.open}</Button>
          </Row>
        </>
      )}
      <section>
        <h3>{m.history}</h3>
        <PersonConversations personId={worker.id} />
      </section>
      <section>
        <h3>{m.judgements}</h3>
        <PersonAssessments personId={worker.id} driveId={driveId} />
      </section>
    </Stack>
  );
}
