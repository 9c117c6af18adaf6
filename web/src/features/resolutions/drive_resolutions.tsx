// A drive's resolutions: what the drive's page shows of them, with the way to the first draft.
import { useState } from "react";
import { type Schemas, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useMessages } from "../../i18n";
import { Button, EmptyState, ErrorState, Panel, Skeleton } from "../../ui";
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
  const draft = can.lead_people && <Button onClick={() => setDrafting(true)}>{m.draft}</Button>;
  return (
    <Panel title={m.title} aside={list.items.length > 0 && draft} flush>
      {list.error ? (
        <ErrorState error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Skeleton lines={2} />
      ) : (
        <ResolutionTable
          list={list}
          inDrive
          empty={
            <EmptyState title={m.noneInDrive} action={draft}>
              {m.noneInDriveText}
            </EmptyState>
          }
        />
      )}
      <NewResolution driveId={driveId} open={drafting} onClose={() => setDrafting(false)} />
    </Panel>
  );
}
