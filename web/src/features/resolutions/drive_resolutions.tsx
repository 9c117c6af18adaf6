// A drive's resolutions: what the drive's page shows of them, with the way to the first draft.
import { useState } from "react";
import { type Schemas, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useMessages } from "../../i18n";
import { Button, Panel } from "../../ui";
import { messages } from "./messages";
import { NewResolution } from "./new_resolution";
import { ResolutionTable } from "./resolution_table";

export function DriveResolutions({ driveId }: { driveId: string }) {
  const m = useMessages(messages);
  const can = useCan();
  const [drafting, setDrafting] = useState(false);
  const list = usePages<Schemas["ResolutionSummary"]>(`/drives/${driveId}/resolutions`, {
    topics: ["resolution", "resolution_version"],
  });
  return (
    <Panel
      title={m.title}
      aside={
        can.lead_people && (
          <Button size="small" onClick={() => setDrafting(true)}>
            {m.draft}
          </Button>
        )
      }
      flush={list.items.length > 0}
    >
      <ResolutionTable list={list} inDrive empty={<p className="hint">{m.noneInDriveText}</p>} />
      <NewResolution driveId={driveId} open={drafting} onClose={() => setDrafting(false)} />
    </Panel>
  );
}
