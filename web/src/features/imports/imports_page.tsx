// All imports, and the place to drop the next file.
import { useState } from "react";
import { useNavigate } from "react-router";
import { upload, usePages } from "../../api";
import { number, useFormat, useMessages } from "../../i18n";
import {
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  FileDrop,
  FormError,
  Page,
  PageHeader,
  Panel,
  Progress,
  RadioGroup,
  Stack,
} from "../../ui";
import { messages } from "./messages";
import type { Import, ImportLine, Kind } from "./types";

export function ImportsPage() {
  const m = useMessages(messages);
  const { date } = useFormat();
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>("people");
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const list = usePages<ImportLine>("/imports", { topics: ["import"] });

  const send = async (file: File) => {
    setError(null);
    setShare(0);
    try {
      const made = await upload<Import>("/imports", file, {
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

  const columns: Column<ImportLine>[] = [
    { key: "file", header: m.file, cell: (one) => one.file_name },
    { key: "kind", header: m.kind, cell: (one) => m.kinds[one.kind] },
    { key: "state", header: m.state, cell: (one) => m.states[one.state] },
    { key: "created", header: m.created, align: "right", cell: (one) => number(one.summary.created) },
    { key: "rejected", header: m.rejected, align: "right", cell: (one) => number(one.summary.rejected) },
    { key: "date", header: m.date, cell: (one) => date(one.created_at.slice(0, 10)) },
  ];

  return (
    <Page>
      <PageHeader title={m.title} status={m.status} />
      <Panel>
        <Stack>
          <RadioGroup<Kind>
            label={m.what}
            value={kind}
            onChange={setKind}
            options={[
              { value: "people", label: m.kinds.people },
              { value: "organizations", label: m.kinds.organizations },
              { value: "worksites", label: m.kinds.worksites },
            ]}
          />
          <FileDrop
            label={m.drop}
            hint={m.dropHint}
            accept=".csv,.tsv,.txt,.json"
            disabled={share !== null}
            onFile={(file) => void send(file)}
          />
          {share !== null && <Progress label={m.uploading} share={share} />}
          {error !== null && <FormError error={error} />}
        </Stack>
      </Panel>
      <Panel flush>
        {list.error ? (
          <ErrorState error={list.error} retry={() => void list.refetch()} />
        ) : (
          <DataTable
            label={m.title}
            columns={columns}
            rows={list.items}
            rowKey={(one) => one.id}
            rowTo={(one) => `/imports/${one.id}`}
            loading={list.isPending}
            more={list.more}
            loadingMore={list.loadingMore}
            empty={<EmptyState title={m.empty}>{m.emptyText}</EmptyState>}
          />
        )}
      </Panel>
    </Page>
  );
}
