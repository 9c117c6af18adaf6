// What is shown of something that the server is asked for: the waiting, the error, and then the thing itself.
import type { ReactNode } from "react";
import { ErrorState } from "./error_state";
import { Page, PageHeader, type PageHeaderProps } from "./layout";
import { Skeleton } from "./small";

/** As useGet answers it. */
export interface Found<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

export interface LoadedProps<T> {
  found: Found<T>;
  children: (data: T) => ReactNode;
  /** About how many lines it will have. */
  lines?: number;
}

/** A part of a page. What was shown stays while it is asked for again. */
export function Loaded<T>({ found, children, lines }: LoadedProps<T>) {
  if (found.data !== undefined) return <>{children(found.data)}</>;
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  return <Skeleton lines={lines} />;
}

export interface RecordPageProps<T> extends Pick<PageHeaderProps, "title" | "crumbs"> {
  found: Found<T>;
  narrow?: boolean;
  /** The page's header and body. */
  children: (data: T) => ReactNode;
}

/** The page of one record; `title` and `crumbs` stand while it is on its way. */
export const RecordPage = <T,>({ found, title, crumbs, narrow, children }: RecordPageProps<T>) => (
  <Page narrow={narrow}>
    {found.data === undefined && !found.error && <PageHeader title={title} crumbs={crumbs} />}
    <Loaded found={found} lines={8}>
      {children}
    </Loaded>
  </Page>
);
