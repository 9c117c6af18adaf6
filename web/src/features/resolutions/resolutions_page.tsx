// Every resolution that the user may see, and the library of model texts.
import { type Schemas, usePages } from "../../api";
import { useCan } from "../../app/session";
import { useLanguage, useMessages } from "../../i18n";
import {
  Badge,
  Button,
  EmptyState,
  FilterSelect,
  Hint,
  Page,
  PageHeader,
  PagedTable,
  Panel,
  Select,
  Tabs,
  Toolbar,
  optionsOf,
  useFilters,
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
  const { filters, set, clear } = useFilters({ state: "" });
  const list = usePages<Schemas["ResolutionSummary"]>("/resolutions", {
    query: filters,
    topics: ["resolution", "resolution_version"],
    keep: true,
  });
  return (
    <>
      <Toolbar>
        <FilterSelect
          label={m.stateFilter}
          every={m.all}
          options={optionsOf(m.states)}
          value={filters.state}
          onChange={(state) => set({ state })}
        />
      </Toolbar>
      <Panel flush>
        <ResolutionTable
          list={list}
          onClear={clear}
          empty={
            <EmptyState title={m.none} action={<Button to="/drives">{m.openDrives}</Button>}>
              {m.noneText}
            </EmptyState>
          }
        />
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
  const list = usePages<Schemas["ModelTextView"]>("/model-texts", {
    query: { language },
    topics: ["model_text"],
    keep: true,
  });
  return (
    <>
      <Toolbar>
        <Select
          label={m.language}
          labelHidden
          value={language}
          onChange={(chosen) => set({ language: chosen })}
          options={optionsOf(m.languages as Record<string, string>)}
        />
      </Toolbar>
      <Panel lead={m.libraryText} title={m.tabs.library} flush>
        <PagedTable
          label={m.tabs.library}
          list={list}
          columns={[
            { key: "title", header: m.model, cell: (text) => title(text.title), primary: true },
            {
              key: "own",
              header: m.origin,
              cell: (text) => (text.own ? <Badge tone="good">{m.yours}</Badge> : <Hint>{m.comesWith}</Hint>),
              whole: true,
            },
            {
              key: "fields",
              header: m.uses,
              cell: (text) => <Hint>{text.fields.map(fieldName).join(", ")}</Hint>,
            },
          ]}
          rowKey={(text) => text.key}
          rowTo={(text) => `/model-texts/${text.key}`}
        />
      </Panel>
    </>
  );
}
