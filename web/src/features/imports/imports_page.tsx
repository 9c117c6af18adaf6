// All imports, and the place to drop the next file.
import { useState } from "react";
import { useNavigate } from "react-router";
import { type Schemas, upload, usePages } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  Badge,
  Chips,
  EmptyState,
  FileDrop,
  FormError,
  Page,
  PageHeader,
  PagedTable,
  Panel,
  Progress,
  Stack,
  type Tone,
  optionsOf,
  useUrlState,
} from "../../ui";
import { messages } from "./messages";

type Kind = Schemas["ImportKind"];

const tones: Partial<Record<Schemas["ImportState"], Tone>> = {
  mapping: "warn",
  checked: "warn",
  done: "good",
  failed: "bad",
  cancelled: "bad",
};

export function ImportsPage() {
  const m = useMessages(messages);
  const { dayOf, number } = useFormat();
  const list = usePages<Schemas["ImportLine"]>("/imports", { topics: ["import"] });
  return (
    <Page>
      <PageHeader title={m.title} status={m.status} />
      <Upload />
      <Panel flush>
        <PagedTable
          label={m.title}
          list={list}
          columns={[
            { key: "file", header: m.file, cell: (one) => one.file_name },
            { key: "kind", header: m.kind, cell: (one) => m.kinds[one.kind] },
            {
              key: "state",
              header: m.state,
              cell: (one) => <Badge tone={tones[one.state]}>{m.states[one.state]}</Badge>,
            },
            { key: "created", header: m.created, align: "right", cell: (one) => number(one.summary.created) },
            {
              key: "rejected",
              header: m.rejected,
              align: "right",
              cell: (one) => number(one.summary.rejected),
            },
            { key: "date", header: m.date, cell: (one) => dayOf(one.created_at), whole: true },
          ]}
          rowKey={(one) => one.id}
          rowTo={(one) => `/imports/${one.id}`}
          empty={<EmptyState title={m.empty}>{m.emptyText}</EmptyState>}
        />
      </Panel>
    </Page>
  );
}

function Upload() {
  const m = useMessages(messages);
  const navigate = useNavigate();
  const [url, setUrl] = useUrlState({ kind: "people" });
  const kind: Kind = url.kind in m.kinds ? (url.kind as Kind) : "people";
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const send = async (file: File) => {
    setError(null);
    setShare(0);
    try {
      const made = await upload<Schemas["ImportView"]>("/imports", file, {
        query: { kind, file_name: file.name },
        onProgress: setShare,
      });
      void navigate(`/imports/${made.id}`);
    } catch (cause) {
      setError(cause);
    } finally {
      setShare(null);
    }
  };
  return (
    <Panel>
      <Stack>
        <Chips<Kind>
          label={m.what}
          value={[kind]}
          onChange={([chosen]) => chosen && setUrl({ kind: chosen })}
          options={optionsOf(m.kinds)}
          single
        />
        <FileDrop
          label={m.drop(m.kinds[kind])}
          hint={m.dropHint}
          accept=".csv,.tsv,.txt,.json"
          disabled={share !== null}
          onFile={(file) => void send(file)}
        />
        {share !== null && <Progress label={m.uploading} share={share} />}
        <FormError error={error} />
      </Stack>
    </Panel>
  );
}
