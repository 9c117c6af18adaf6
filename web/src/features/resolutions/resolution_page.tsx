// One resolution: its text, who moved it, its versions, and what can be done next.
import { useState } from "react";
import { useParams } from "react-router";
import { type Schemas, useGet } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  Button,
  Callout,
  Menu,
  PageHeader,
  Panel,
  RecordPage,
  Tabs,
  TwoColumns,
  useIsPhone,
  useUrlState,
} from "../../ui";
import { Amend } from "./amend";
import { DocumentView, useFieldName } from "./document_view";
import { messages } from "./messages";
import { MotionPanel } from "./motion_panel";
import { Versions } from "./versions";

type View = Schemas["ResolutionView"];

export function ResolutionPage() {
  const m = useMessages(messages);
  const { id = "" } = useParams();
  const found = useGet<View>(`/resolutions/${id}`, { topics: ["resolution", "resolution_version"] });
  return (
    <RecordPage found={found} title={m.resolution} crumbs={[{ label: m.title, to: "/resolutions" }]}>
      {(view) => <Shown view={view} />}
    </RecordPage>
  );
}

function Shown({ view }: { view: View }) {
  const m = useMessages(messages);
  const { date } = useFormat();
  const [{ tab }, set] = useUrlState({ tab: "text" });
  const [amending, setAmending] = useState(false);
  const { resolution, latest, organization, can } = view;
  const { id } = resolution;
  const when = resolution.decided_on
    ? m.decidedOn(date(resolution.decided_on))
    : resolution.moved_on
      ? m.movedOn(date(resolution.moved_on))
      : "";
  return (
    <>
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
          <Amend view={view} onDone={() => setAmending(false)} />
        </Panel>
      ) : (
        <Tabs
          label={resolution.title}
          value={tab}
          onChange={(chosen) => set({ tab: chosen })}
          tabs={[
            { value: "text", label: m.text, content: <Text view={view} /> },
            {
              value: "versions",
              label: m.versions,
              count: resolution.latest_version,
              content: <Versions id={id} latest={resolution.latest_version} />,
            },
          ]}
        />
      )}
    </>
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
      {phone && <MotionPanel view={view} />}
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
      {!phone && <MotionPanel view={view} />}
    </TwoColumns>
  );
}
