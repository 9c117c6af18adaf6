import { type Schemas, useGet } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { Callout, ErrorState, Panel, Skeleton, Stack, Stat, Stats } from "../../ui";
import { messages } from "./messages";

export function MailPanel() {
  const m = useMessages(messages).mail;
  const { number } = useFormat();
  const status = useGet<Schemas["MailStatus"]>("/mail/status", { topics: ["mail"], every: 15_000 });
  if (status.error) return <ErrorState error={status.error} retry={() => void status.refetch()} />;
  if (!status.data) return <Skeleton />;
  const { configured, waiting, sent, failed, faults } = status.data;
  return (
    <Panel title={m.title}>
      <Stack>
        {!configured && <Callout tone="warn">{m.notConfigured}</Callout>}
        <Stats>
          <Stat value={number(waiting)} label={m.waiting} />
          <Stat value={number(sent)} label={m.sent} />
          <Stat value={number(failed)} label={m.failed} late={failed > 0} />
        </Stats>
        {faults.length > 0 && (
          <Callout tone="bad">
            <p>{m.faults}</p>
            <ul>
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </Callout>
        )}
      </Stack>
    </Panel>
  );
}
