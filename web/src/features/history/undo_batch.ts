// Taking back a change from elsewhere: answered once it is taken back, also where that is long work.
import { ApiError, type Schemas, request } from "../../api";
import { serverText } from "../../i18n";

type Result = Schemas["UndoResult"];
const pause = 1000;

/** What a job that takes a change back has answered. */
export const undoResult = (job: Schemas["JobView"]) => JSON.parse(job.result) as Result;

export const hasEnded = (job: Schemas["JobView"]) => job.state !== "waiting" && job.state !== "running";

/** `toast({message, undo: () => undoBatch(id)})` */
export async function undoBatch(batch: string): Promise<Result> {
  const begun = await request<Result>("POST", `/batches/${batch}/undo`);
  if (!begun.job_id) return begun;
  for (;;) {
    const job = await request<Schemas["JobView"]>("GET", `/jobs/${begun.job_id}`);
    if (job.state === "done") return undoResult(job);
    if (hasEnded(job)) throw new ApiError("conflict", 409, serverText(job.result));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
