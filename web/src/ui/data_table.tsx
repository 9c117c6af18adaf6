// A dense table with a head that stays, sorting, selection and keys; cards on a phone.
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { useNavigate } from "react-router";
import { useMessages } from "../i18n";
import { Button, Link } from "./button";
import style from "./data_table.module.css";
import { Checkbox } from "./choice_fields";
import { messages } from "./messages";
import { Skeleton } from "./small";

export interface Column<T> {
  key: string;
  header: string;
  cell: (row: T) => ReactNode;
  align?: "right";
  /** Sorts the rows given by this value, in the browser. For lists that the server sorts use `sort` of the table. */
  sortBy?: (row: T) => string | number | null | undefined;
  /** The server can sort by it. */
  sortable?: boolean;
  /** What the row is called; the first column unless told. It carries the row's link. */
  primary?: boolean;
  /** What it holds says nothing without its header: "Line 4" stands over a phone's card, not "4". */
  named?: boolean;
  /** It holds buttons: its head is only read aloud. */
  buttons?: boolean;
  /** Days and short words, which must not break. Figures (aligned right) never do. */
  whole?: boolean;
  width?: number | string;
}

export interface Sort {
  key: string;
  descending: boolean;
}

export interface DataTableProps<T> {
  /** What the table lists, for screen readers. */
  label: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  /** The page of a row. */
  rowTo?: (row: T) => string;
  /** In place of a link: opens a drawer, say. */
  onRow?: (row: T) => void;
  /** The server's order, and how it is changed. */
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selected?: Set<string>;
  onSelect?: (selected: Set<string>) => void;
  /** Reads on; absent at the end. */
  more?: () => void;
  loadingMore?: boolean;
  loading?: boolean;
  /** Showing the former answer while the next is on its way. */
  busy?: boolean;
  /** When there are no rows: an EmptyState. */
  empty?: ReactNode;
}

const textOrder = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function sorted<T>(rows: T[], column: Column<T> | undefined, descending: boolean): T[] {
  const by = column?.sortBy;
  if (!by) return rows;
  return [...rows].sort((one, two) => {
    const [a, b] = [by(one), by(two)];
    // What is empty comes last, whichever way it is sorted.
    if (a === null || a === undefined || a === "") return b === null || b === undefined || b === "" ? 0 : 1;
    if (b === null || b === undefined || b === "") return -1;
    const order =
      typeof a === "number" && typeof b === "number" ? a - b : textOrder.compare(String(a), String(b));
    return descending ? -order : order;
  });
}

const isEmpty = (content: ReactNode) =>
  content === null || content === undefined || content === "" || content === false;

/** The arrow keys go from row to row. */
function moveFocus(event: KeyboardEvent<HTMLTableSectionElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const row = (event.target as HTMLElement).closest("tr");
  const next = event.key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
  const target = next?.querySelector<HTMLElement>(
    "td[data-primary] a, td[data-primary] button, a, button, input",
  );
  if (!target || (event.target as HTMLElement).tagName === "SELECT") return;
  event.preventDefault();
  target.focus();
}

export function DataTable<T>(props: DataTableProps<T>) {
  const { columns, rows, rowKey, rowTo, onRow, selected, onSelect } = props;
  const m = useMessages(messages);
  const navigate = useNavigate();
  const [ownSort, setOwnSort] = useState<Sort | null>(null);
  const sort = props.sort ?? ownSort;
  const primary = columns.find((column) => column.primary) ?? columns[0];
  if (props.loading) return <Skeleton lines={8} />;
  if (rows.length === 0) return <>{props.empty}</>;

  const ordered = sorted(
    rows,
    columns.find((column) => column.key === sort?.key),
    sort?.descending ?? false,
  );
  const sortBy = (column: Column<T>) => {
    const next = {
      key: column.key,
      descending: sort?.key === column.key ? !sort.descending : column.align === "right",
    };
    if (props.onSort && column.sortable) props.onSort(next);
    else setOwnSort(next);
  };
  const toggle = (key: string, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(key);
    else next.delete(key);
    onSelect?.(next);
  };
  const all = rows.map(rowKey);
  const chosen = selected ? all.filter((key) => selected.has(key)).length : 0;

  return (
    // What scrolls must be reachable by keys.
    <div
      className={props.busy ? `${style.scroll} ${style.busy}` : style.scroll}
      tabIndex={rows.length > 10 ? 0 : undefined}
      role={rows.length > 10 ? "group" : undefined}
      aria-label={rows.length > 10 ? props.label : undefined}
    >
      {/* Roles are named because a phone's cards are no table to the browser. */}
      <table className={style.table} role="table" aria-label={props.label}>
        <thead role="rowgroup">
          <tr role="row">
            {onSelect && (
              <th role="columnheader">
                <Checkbox
                  label={m.selectAll}
                  labelHidden
                  checked={chosen > 0 && chosen === all.length}
                  indeterminate={chosen > 0 && chosen < all.length}
                  onChange={(on) => onSelect(new Set(on ? all : []))}
                />
              </th>
            )}
            {columns.map((column) => {
              const active = sort?.key === column.key;
              return (
                <th
                  key={column.key}
                  role="columnheader"
                  data-align={column.buttons ? "right" : column.align}
                  style={{ width: column.width }}
                  aria-sort={active ? (sort.descending ? "descending" : "ascending") : undefined}
                >
                  {column.sortBy || (column.sortable && props.onSort) ? (
                    <button
                      type="button"
                      className={style.sort}
                      onClick={() => sortBy(column)}
                      title={m.sortBy(column.header)}
                    >
                      {column.header}
                      <span aria-hidden>{active ? (sort.descending ? " ↓" : " ↑") : ""}</span>
                    </button>
                  ) : column.buttons ? (
                    <span className="visually-hidden">{column.header}</span>
                  ) : (
                    column.header
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody role="rowgroup" onKeyDown={moveFocus}>
          {ordered.map((row) => {
            const key = rowKey(row);
            const open = rowTo || onRow;
            return (
              <tr
                key={key}
                role="row"
                className={open ? style.clickable : undefined}
                aria-selected={selected ? selected.has(key) : undefined}
                onClick={(event) => {
                  // The link and controls in the row act for themselves; so does text being marked.
                  if ((event.target as HTMLElement).closest("a, button, input, label, select")) return;
                  if (String(window.getSelection?.() ?? "")) return;
                  if (onRow) onRow(row);
                  else if (rowTo) void navigate(rowTo(row));
                }}
              >
                {onSelect && (
                  <td role="cell" data-select>
                    <Checkbox
                      label={m.selectRow}
                      labelHidden
                      checked={selected?.has(key) ?? false}
                      onChange={(on) => toggle(key, on)}
                    />
                  </td>
                )}
                {columns.map((column) => {
                  const content = column.cell(row);
                  const isPrimary = column === primary;
                  return (
                    <td
                      key={column.key}
                      role="cell"
                      data-label={column.buttons ? undefined : column.header}
                      data-align={column.buttons ? "right" : column.align}
                      data-whole={column.whole || undefined}
                      data-primary={isPrimary || undefined}
                      data-named={column.named || undefined}
                      data-empty={isEmpty(content) || undefined}
                    >
                      {isPrimary && rowTo ? (
                        <Link to={rowTo(row)}>{content}</Link>
                      ) : isPrimary && onRow ? (
                        <button type="button" className={style.sort} onClick={() => onRow(row)}>
                          {content}
                        </button>
                      ) : column.buttons ? (
                        content
                      ) : (
                        // One piece beside its label on a phone, whatever it is made of.
                        <div>{content}</div>
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      {props.more && (
        <div className={style.foot}>
          <Button onClick={props.more} busy={props.loadingMore}>
            {m.more}
          </Button>
        </div>
      )}
    </div>
  );
}
