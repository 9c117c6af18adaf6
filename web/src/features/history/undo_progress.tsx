// A long change that is being taken back: how far that is, and then what came of it.
import { type Schemas, useGet } from "../../api";
import { useMessages, useServerText } from "../../i18n";
import { Callout, Hint, Panel, Progress, Stack } from "../../ui";
import { messages } from "./messages";
import { hasEnded, undoResult } from "./undo_batch";

export interface Undoing {
  jobId: string;
  /** What is taken back. */
  summary: string;
}

export function UndoProgress({ jobId, summary }: Undoing) {
  const m = useMessages(messages);
  const serverText = useServerText();
  const job = useGet<Schemas["JobView"]>(`/jobs/${jobId}`, { topics: ["job"] }).data;
  const title = m.undoing(serverText(summary));
  if (job?.state === "done") {
    const result = undoResult(job);
    return (
      <div role="status">
        <Callout tone={result.left ? "warn" : "good"}>
          <strong>{title}</strong> {m.done(result.put_back, result.left)}.
        </Callout>
      </div>
    );
  }
  if (job && hasEnded(job))
    return (
      <Callout tone="bad">
        <strong>{title}</strong> {serverText(job.result)}
      </Callout>
    );
  return (
    <Panel>
      <Stack>
        <strong>{title}</strong>
        <Progress label={title} share={job && job.total > 0 ? job.done / job.total : null} />
        <Hint>{m.progress(job?.done ?? 0, job?.total ?? 0)}</Hint>
      </Stack>
    </Panel>
  );
}
