// Setting how a worker stands: shown at once, sent after, taken back when the server refuses or the user
// presses undo.
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { type Schemas, invalidateTopics, request } from "../../api";
import { useSession } from "../../app/session";
import { useMessages } from "../../i18n";
import { type Assessment, toast, useAssessmentLabel, useToastError } from "../../ui";
import { type WallChart, findWorker, withMark } from "./chart";
import { messages } from "./messages";

const topics = ["assessment"];

export function useMarks(key: unknown[], driveId: string) {
  const m = useMessages(messages);
  const queries = useQueryClient();
  const session = useSession();
  const label = useAssessmentLabel();
  const fail = useToastError();
  /** Writes under way: what is read in between may not know them yet. */
  const pending = useRef(0);

  const show = (id: string, to: { assessment: number; leader: boolean }) =>
    queries.setQueryData<WallChart>(key, (chart) => chart && withMark(chart, id, to));
  const settle = () => {
    if (pending.current === 0) void invalidateTopics(queries, topics);
  };

  const set = async (id: string, change: { value?: Assessment; leader?: boolean }, message: string) => {
    const chart = queries.getQueryData<WallChart>(key);
    const worker = chart && findWorker(chart, id);
    if (!worker) return;
    const to = {
      assessment: change.value ?? worker.assessment,
      leader: change.leader ?? worker.leader,
    };
    if (to.assessment === worker.assessment && to.leader === worker.leader) return;
    pending.current += 1;
    await queries.cancelQueries({ queryKey: key });
    show(id, to);
    try {
      const made = await request<Schemas["Assessment"]>("POST", "/assessments", {
        person_id: id,
        drive_id: driveId,
        ...change,
      });
      toast({
        message,
        // The same set by somebody else at the same moment is theirs to take back.
        undo:
          made.user_id === session.user.id
            ? async () => {
                await request("DELETE", `/people/${id}/assessments/${made.id}`);
                await invalidateTopics(queries, topics);
              }
            : undefined,
      });
    } catch (error) {
      show(id, worker);
      fail(error);
    } finally {
      pending.current -= 1;
      settle();
    }
  };

  return {
    assess: (id: string, value: Assessment) => {
      const chart = queries.getQueryData<WallChart>(key);
      const name = (chart && findWorker(chart, id)?.name) ?? "";
      void set(id, { value }, m.set(name, `${value} ${label(value)}`));
    },
    toggleLeader: (id: string) => {
      const chart = queries.getQueryData<WallChart>(key);
      const worker = chart && findWorker(chart, id);
      if (!worker) return;
      if (!worker.assessment) {
        toast(m.assessFirst(worker.name));
        return;
      }
      void set(
        id,
        { leader: !worker.leader },
        worker.leader ? m.leaderUnset(worker.name) : m.leaderSet(worker.name),
      );
    },
  };
}
