// What to do first in a workspace that has nothing to organize with yet: each step with its place, and what is done.
import { type Schemas, useGet, usePages } from "../../api";
import { useMessages } from "../../i18n";
import { Badge, Button, Panel, Row } from "../../ui";
import style from "./conversations.module.css";
import { messages } from "./messages";

type Step = "directory" | "people" | "slate" | "drive";

/** Where each is done, and another place where it can be done too. */
const places: Record<Step, { first: string; second?: string }> = {
  directory: { first: "/imports?kind=organizations", second: "/organizations" },
  people: { first: "/imports?kind=people", second: "/join-page" },
  slate: { first: "/candidates" },
  drive: { first: "/drives" },
};
const steps = Object.keys(places) as Step[];

const useNumberOf = (path: string, topic: string, enabled: boolean) =>
  useGet<Schemas["Count"]>(path, { topics: [topic], enabled }).data?.count;

/** Which of the steps are done; nothing while that is not known. */
export function useFirstSteps(enabled: boolean): Record<Step, boolean> | undefined {
  const organizations = useNumberOf("/organizations/count", "organization", enabled);
  const people = useNumberOf("/people/count", "person", enabled);
  const drives = useNumberOf("/drives/count", "drive", enabled);
  const candidates = usePages<unknown>("/candidates", {
    query: { limit: 1 },
    topics: ["candidate"],
    enabled,
  });
  if (organizations === undefined || people === undefined || drives === undefined || candidates.isPending)
    return undefined;
  return {
    directory: organizations > 0,
    people: people > 0,
    slate: candidates.items.length > 0,
    drive: drives > 0,
  };
}

export function FirstSteps({ done }: { done: Record<Step, boolean> }) {
  const m = useMessages(messages).firstSteps;
  const next = steps.find((step) => !done[step]);
  return (
    <Panel title={m.title} lead={m.lead}>
      <ol className={style.steps}>
        {steps.map((step, at) => (
          <li key={step} className={style.step}>
            <span className={style.dot} data-done={done[step] || undefined} aria-hidden>
              {done[step] ? "✓" : at + 1}
            </span>
            <div className={style.stepText}>
              <h3>{m.steps[step].title}</h3>
              <p className="hint">{m.steps[step].text}</p>
            </div>
            {done[step] ? (
              <Badge tone="good">{m.done}</Badge>
            ) : (
              <Row>
                {places[step].second && <Button to={places[step].second}>{m.steps[step].second}</Button>}
                <Button to={places[step].first} variant={step === next ? "primary" : "plain"}>
                  {m.steps[step].first}
                </Button>
              </Row>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
