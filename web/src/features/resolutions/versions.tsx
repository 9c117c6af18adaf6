// The versions of a resolution, and what changed between any two.
import { type Schemas, usePages } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { Badge, Button, ErrorState, Hint, Panel, Row, Select, Skeleton, Stack, useUrlState } from "../../ui";
import { DifferenceBetween } from "./difference_view";
import { messages } from "./messages";
import style from "./resolutions.module.css";

type Version = Schemas["ResolutionVersionSummary"];

export function Versions({ id, latest }: { id: string; latest: number }) {
  const m = useMessages(messages);
  const { moment } = useFormat();
  const [chosen, set] = useUrlState({ from: "", to: "" });
  const versions = usePages<Version>(`/resolutions/${id}/versions`, {
    query: { limit: 200 },
    topics: ["resolution", "resolution_version"],
  });
  if (versions.error) return <ErrorState error={versions.error} retry={() => void versions.refetch()} />;
  if (versions.isPending) return <Skeleton />;
  const to = Number(chosen.to) || latest;
  const from = Number(chosen.from) || Math.max(1, to - 1);
  const options = versions.items.map((one) => ({
    value: String(one.number),
    label: m.versionOption(one.number, moment(one.at)),
  }));
  return (
    <>
      {latest > 1 && (
        <Panel title={m.compare(from, to)}>
          <Stack gap={16}>
            <Row align="flex-end">
              <Select
                label={m.from}
                value={String(from)}
                onChange={(value) => set({ from: value, to: String(to) })}
                options={options}
              />
              <Select
                label={m.to}
                value={String(to)}
                onChange={(value) => set({ from: String(from), to: value })}
                options={options}
              />
            </Row>
            <DifferenceBetween id={id} from={from} to={to} />
          </Stack>
        </Panel>
      )}
      <Panel title={m.versions}>
        {versions.items.map((one) => (
          <div key={one.id} className={style.version}>
            <Row spread>
              <div>
                <strong>
                  {m.version} {one.number}
                </strong>{" "}
                {one.decided_on && <Badge tone="good">{m.decidedVersion}</Badge>} {one.note}
                <div>
                  <Hint>
                    {moment(one.at)}
                    {one.author && ` · ${m.by(one.author)}`}
                  </Hint>
                </div>
              </div>
              <Row>
                {one.number > 1 ? (
                  <Button
                    size="small"
                    onClick={() => set({ from: String(one.number - 1), to: String(one.number) })}
                  >
                    {m.compare(one.number - 1, one.number)}
                  </Button>
                ) : (
                  <Hint>{m.first}</Hint>
                )}
                <Button
                  size="small"
                  href={`/api/v1/resolutions/${id}/document?format=pdf&version=${one.number}`}
                  download
                >
                  PDF
                </Button>
              </Row>
            </Row>
          </div>
        ))}
        {versions.more && <Button onClick={versions.more}>{m.show}</Button>}
      </Panel>
    </>
  );
}
