// A list that the server gives page by page, as a table: with its error, and with what to do when there is nothing.
import type { usePages } from "../api";
import { useMessages } from "../i18n";
import { Button } from "./button";
import { DataTable, type DataTableProps } from "./data_table";
import { ErrorState } from "./error_state";
import { EmptyState } from "./layout";
import { messages } from "./messages";

export interface PagedTableProps<T> extends Omit<
  DataTableProps<T>,
  "rows" | "loading" | "more" | "loadingMore"
> {
  list: ReturnType<typeof usePages<T>>;
  /** Filters leave some out: how to see all again. */
  onClear?: (() => void) | false;
}

export function PagedTable<T>({ list, onClear, empty, ...table }: PagedTableProps<T>) {
  const m = useMessages(messages);
  if (list.error && list.items.length === 0)
    return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  return (
    <DataTable
      {...table}
      rows={list.items}
      loading={list.isPending}
      more={list.more}
      loadingMore={list.loadingMore}
      empty={
        onClear ? (
          <EmptyState title={m.noMatch} action={<Button onClick={onClear}>{m.showAll}</Button>} />
        ) : (
          empty
        )
      }
    />
  );
}
