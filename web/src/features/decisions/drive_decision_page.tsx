// The timetable of one drive on a page of its own.
import { useParams } from "react-router";
import { useMessages } from "../../i18n";
import { Page, PageHeader } from "../../ui";
import { messages } from "./messages";
import { TimetablePanel } from "./timetable_panel";

export function DriveDecisionPage() {
  const m = useMessages(messages);
  const { id = "" } = useParams();
  return (
    <Page narrow>
      <PageHeader title={m.title} crumbs={[{ label: m.drive, to: `/drives/${id}` }]} />
      <TimetablePanel driveId={id} />
    </Page>
  );
}
