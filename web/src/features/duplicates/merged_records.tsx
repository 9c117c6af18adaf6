// What a person was also recorded as, on their page: <MergedRecords personId={id} />. Nothing where nothing was merged.
import { type Schemas, useGet } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { Hint, Panel, Stack } from "../../ui";
import { messages } from "./messages";

export function MergedRecords({ personId }: { personId: string }) {
  const m = useMessages(messages);
  const { dayOf } = useFormat();
  const found = useGet<Schemas["MergedRecords"]>(`/people/${personId}/merged-records`, {
    topics: ["merged_person"],
  });
  const merged = found.data?.items ?? [];
  if (merged.length === 0) return null;
  return (
    <Panel title={m.alsoRecorded}>
      <Stack>
        {merged.map((one) => (
          <div key={one.id}>
            <Hint>{m.mergedOn(dayOf(one.at))}</Hint>
            {one.not_taken.map((said) => (
              <p key={said.field}>
                {m.fields[said.field] ?? said.field}: {said.value}
              </p>
            ))}
          </div>
        ))}
      </Stack>
    </Panel>
  );
}
