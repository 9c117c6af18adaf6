// The list of people. The pattern for lists: filters in the address, pages by cursor, topics that make it stale.
import { type Schemas, usePages } from "../../api";
import { useMessages } from "../../i18n";
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  Grow,
  Page,
  PageHeader,
  Panel,
  Phone,
  TextInput,
  Toolbar,
  useUrlState,
} from "../../ui";
import { messages } from "./messages";

type PersonSummary = Schemas["PersonSummary"];

export function PeoplePage() {
  const m = useMessages(messages);
  const [{ search }, setFilters] = useUrlState({ search: "" });
  const people = usePages<PersonSummary>("/people", {
    query: { search: search.trim() },
    topics: ["person", "contact_point", "membership", "address"],
    keep: true,
  });
  const columns: Column<PersonSummary>[] = [
    { key: "name", header: m.name, cell: (person) => person.name },
    { key: "organization", header: m.organization, cell: (person) => person.organization },
    { key: "city", header: m.city, cell: (person) => person.city },
    {
      key: "phone",
      header: m.phone,
      cell: (person) => person.phone && <Phone value={person.phone} link={false} />,
    },
    { key: "email", header: m.email, cell: (person) => person.email },
  ];
  return (
    <Page>
      <PageHeader title={m.title} status={m.status} />
      <Toolbar>
        <Grow>
          <TextInput
            label={m.search}
            labelHidden
            type="search"
            placeholder={m.searchHint}
            value={search}
            onChange={(text) => setFilters({ search: text })}
          />
        </Grow>
      </Toolbar>
      <Panel flush>
        {people.error ? (
          <ErrorState error={people.error} retry={() => void people.refetch()} />
        ) : (
          <DataTable
            label={m.title}
            columns={columns}
            rows={people.items}
            rowKey={(person) => person.id}
            loading={people.isPending}
            more={people.more}
            loadingMore={people.loadingMore}
            empty={
              search ? (
                <EmptyState
                  title={m.noMatch(search)}
                  action={<Button onClick={() => setFilters({ search: "" })}>{m.clear}</Button>}
                >
                  {m.noMatchText}
                </EmptyState>
              ) : (
                <EmptyState title={m.none}>{m.noneText}</EmptyState>
              )
            }
          />
        )}
      </Panel>
    </Page>
  );
}
