// Every resolution that the user may see, and the library of model texts.
import { type Schemas, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useLanguage, useMessages } from "../../i18n";
import {
  Badge,
  Button,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  Grow,
  Hint,
  Page,
  PageHeader,
  Panel,
  Select,
  Tabs,
  Toolbar,
  useUrlState,
} from "../../ui";
import { useFieldName, useTitle } from "./document_view";
import { messages } from "./messages";
import { ResolutionTable } from "./resolution_table";

export function ResolutionsPage() {
  const m = useMessages(messages);
  const can = useCan();
  const [{ tab }, set] = useUrlState({ tab: "list" });
  return (
    <Page>
      <PageHeader
        title={m.title}
        status={m.status}
        actions={
          tab === "library" &&
          can.organize && (
            <Button variant="primary" to="/model-texts/new">
              {m.newModel}
            </Button>
          )
        }
      />
      <Tabs
        label={m.title}
        value={tab}
        onChange={(chosen) => set({ tab: chosen })}
        tabs={[
          { value: "list", label: m.tabs.list, content: <List /> },
          { value: "library", label: m.tabs.library, content: <Library /> },
        ]}
      />
    </Page>
  );
}

function List() {
  const m = useMessages(messages);
  const [{ state }, set] = useUrlState({ state: "" });
  const list = usePages<Schemas["ResolutionSummary"]>("/resolutions", {
    query: { state },
    topics: ["resolution", "resolution_version"],
    keep: true,
  });
  return (
    <>
      <Toolbar>
        <Select
          label={m.stateFilter}
          value={state}
          onChange={(chosen) => set({ state: chosen })}
          options={[
            { value: "", label: m.all },
            ...(Object.keys(m.states) as (keyof typeof m.states)[]).map((one) => ({
              value: one,
              label: m.states[one],
            })),
          ]}
        />
      </Toolbar>
      <Panel flush>
        {list.error ? (
          <ErrorState error={list.error} retry={() => void list.refetch()} />
        ) : (
          <ResolutionTable
            list={list}
            empty={
              <EmptyState title={m.none} action={<Button to="/drives">{m.openDrives}</Button>}>
                {m.noneText}
              </EmptyState>
            }
          />
        )}
      </Panel>
    </>
  );
}

function Library() {
  const m = useMessages(messages);
  const fieldName = useFieldName();
  const title = useTitle();
  const own = useLanguage();
  const [{ language }, set] = useUrlState({ language: own as string });
  const texts = usePages<Schemas["ModelTextView"]>("/model-texts", {
    query: { language },
    topics: ["model_text"],
    keep: true,
  });
  const columns: Column<Schemas["ModelTextView"]>[] = [
    { key: "title", header: m.model, cell: (text) => title(text.title), primary: true },
    {
      key: "own",
      header: m.origin,
      cell: (text) => (text.own ? <Badge tone="good">{m.yours}</Badge> : <Hint>{m.comesWith}</Hint>),
    },
    { key: "fields", header: m.uses, cell: (text) => <Hint>{text.fields.map(fieldName).join(", ")}</Hint> },
  ];
  return (
    <>
      <Toolbar>
        <Select
          label={m.language}
          value={language}
          onChange={(chosen) => set({ language: chosen })}
          options={[
            { value: "en", label: m.languages.en },
            { value: "es", label: m.languages.es },
          ]}
        />
        <Grow>
          <Hint>{m.libraryText}</Hint>
        </Grow>
      </Toolbar>
      <Panel flush>
        {texts.error ? (
          <ErrorState error={texts.error} retry={() => void texts.refetch()} />
        ) : (
          <DataTable
            label={m.tabs.library}
            columns={columns}
            rows={texts.items}
            rowKey={(text) => text.key}
            rowTo={(text) => `/model-texts/${text.key}`}
            loading={texts.isPending}
            more={texts.more}
            loadingMore={texts.loadingMore}
          />
        )}
      </Panel>
    </>
  );
}
