// One resolution: its text, who moved it, its versions, and what can be done next.
import { useState } from "react";
import { useParams } from "react-router";
import { type Schemas, useGet, useSend } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  Callout,
  ErrorState,
  Facts,
  Hint,
  Menu,
  Modal,
  Page,
  PageHeader,
  Panel,
  Row,
  Skeleton,
  Stack,
  Tabs,
  TwoColumns,
  useIsPhone,
  useToastError,
  useUrlState,
} from "../../ui";
import { Amend } from "./amend";
import { DocumentView, useFieldName } from "./document_view";
import { messages } from "./messages";
import { StateBadge } from "./resolution_table";
import { DecisionForm, MotionForm } from "./steps";
import { Versions } from "./versions";

type View = Schemas["ResolutionView"];

export function ResolutionPage() {
  const m = useMessages(messages);
  const { date } = useFormat();
  const { id = "" } = useParams();
  const [{ tab }, set] = useUrlState({ tab: "text" });
  const [amending, setAmending] = useState(false);
  const view = useGet<View>(`/resolutions/${id}`, { topics: ["resolution", "resolution_version"] });
  if (view.error) return <ErrorState error={view.error} retry={() => void view.refetch()} />;
  if (!view.data) return <Skeleton />;
  const { resolution, latest, organization, can } = view.data;
  const when = resolution.decided_on
    ? m.decidedOn(date(resolution.decided_on))
    : resolution.moved_on
      ? m.movedOn(date(resolution.moved_on))
      : "";
  return (
    <Page>
      <PageHeader
        title={resolution.title}
        crumbs={[
          { label: m.title, to: "/resolutions" },
          { label: organization, to: `/drives/${resolution.drive_id}` },
        ]}
        status={m.statusOf(m.states[resolution.state], latest.number, when)}
        actions={
          !amending && (
            <>
              <Download id={id} />
              <Button
                onClick={() =>
                  window.open(`/api/v1/resolutions/${id}/document?format=pdf&show=true`, "_blank")
                }
              >
                {m.print}
              </Button>
              {can.edit && <Button onClick={() => setAmending(true)}>{m.amend}</Button>}
            </>
          )
        }
      />
      {amending ? (
        <Panel title={m.amend}>
          <Amend view={view.data} onDone={() => setAmending(false)} />
        </Panel>
      ) : (
        <Tabs
          label={resolution.title}
          value={tab}
          onChange={(chosen) => set({ tab: chosen })}
          tabs={[
            { value: "text", label: m.text, content: <Text view={view.data} /> },
            {
              value: "versions",
              label: m.versions,
              count: resolution.latest_version,
              content: <Versions id={id} latest={resolution.latest_version} />,
            },
          ]}
        />
      )}
    </Page>
  );
}

function Download({ id }: { id: string }) {
  const m = useMessages(messages);
  const document = (format: string) => `/api/v1/resolutions/${id}/document?format=${format}`;
  return (
    <Menu
      target={<Button>{m.download} ▾</Button>}
      width={260}
      entries={[
        { label: `PDF · ${m.letter}`, href: document("pdf&paper=letter") },
        { label: "PDF · A4", href: document("pdf&paper=a4") },
        { label: `PDF · ${m.letter}, ${m.numbered}`, href: document("pdf&paper=letter&line_numbers=true") },
        { label: `PDF · A4, ${m.numbered}`, href: document("pdf&paper=a4&line_numbers=true") },
        "-",
        { label: "Word (DOCX)", href: document("docx") },
        { label: "Markdown", href: document("markdown") },
        { label: m.text, href: document("text") },
      ]}
    />
  );
}

function Text({ view }: { view: View }) {
  const m = useMessages(messages);
  const fieldName = useFieldName();
  const { latest, can } = view;
  // On a phone what can be done comes before the long text.
  const phone = useIsPhone();
  return (
    <TwoColumns>
      {phone && <Motion view={view} />}
      <Panel>
        {latest.missing.length > 0 && can.edit && (
          <div className="no-print" style={{ marginBottom: 16 }}>
            <Callout tone="warn">
              <strong>{m.blanks(latest.missing.map(fieldName).join(", "))}.</strong> {m.blanksText}
            </Callout>
          </div>
        )}
        <DocumentView document={latest.document} />
      </Panel>
      {!phone && <Motion view={view} />}
    </TwoColumns>
  );
}

function Motion({ view }: { view: View }) {
  const m = useMessages(messages);
  const { date, number } = useFormat();
  const { resolution, can } = view;
  const [open, setOpen] = useState<"motion" | "move" | "decide" | null>(null);
  const close = () => setOpen(null);
  const send = useSend({ topics: ["resolution"] });
  const failed = useToastError();
  const change = (state: "draft" | "withdrawn") =>
    send.mutate(
      {
        method: "PATCH",
        path: `/resolutions/${resolution.id}`,
        body: { state },
        revision: resolution.revision,
      },
      { onError: failed },
    );
  const reopen = () =>
    send.mutate(
      { method: "DELETE", path: `/resolutions/${resolution.id}/adoption`, revision: resolution.revision },
      { onError: failed },
    );
  const decided = resolution.state === "adopted" || resolution.state === "defeated";
  const counted = typeof resolution.votes_for === "number" && typeof resolution.votes_against === "number";
  const vote = counted
    ? m.counted(
        number(resolution.votes_for!),
        number(resolution.votes_against!),
        typeof resolution.votes_abstained === "number" ? number(resolution.votes_abstained) : "",
      )
    : m.notCounted;
  return (
    <Panel title={m.facts} aside={<StateBadge state={resolution.state} />}>
      <Stack>
        <Facts
          facts={[
            [m.mover, resolution.mover || <Hint>{m.nobody}</Hint>],
            [m.seconder, resolution.seconder || <Hint>{m.nobody}</Hint>],
            [m.movedDate, resolution.moved_on && date(resolution.moved_on)],
            [m.states[resolution.state], decided && resolution.decided_on && date(resolution.decided_on)],
            [m.decidedBy, resolution.decided_by],
            [m.vote, decided && vote],
            [m.record, resolution.evidence],
          ]}
        />
        <Hint>{m.step[resolution.state]}</Hint>
        <Row>
          {can.move && (
            <Button variant="primary" onClick={() => setOpen("move")}>
              {m.move}
            </Button>
          )}
          {can.decide && (
            <Button variant="primary" onClick={() => setOpen("decide")}>
              {m.decide}
            </Button>
          )}
          {can.edit && <Button onClick={() => setOpen("motion")}>{m.change}</Button>}
          {can.take_back && <Button onClick={() => change("draft")}>{m.takeBack}</Button>}
          {can.withdraw && <Button onClick={() => change("withdrawn")}>{m.withdraw}</Button>}
          {can.reopen && <Button onClick={reopen}>{m.reopen}</Button>}
        </Row>
      </Stack>
      <Modal open={open === "move"} onClose={close} title={m.move}>
        <MotionForm view={view} onDone={close} moves />
      </Modal>
      <Modal open={open === "motion"} onClose={close} title={m.facts}>
        <MotionForm view={view} onDone={close} moves={false} />
      </Modal>
      <Modal open={open === "decide"} onClose={close} title={m.decide}>
        <DecisionForm view={view} onDone={close} />
      </Modal>
    </Panel>
  );
}
