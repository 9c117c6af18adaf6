// Server state in components: reading, paging and writing. What is read names the tables it depends on
// (`topics`); a change to one of them, by anybody, makes it be read again (see events.ts).
import {
  QueryClient,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useMemo } from "react";
import { type Method, type Query, type RequestOptions, request } from "./client";
import { isKind } from "./error";

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface ReadOptions {
  query?: Query;
  /** Tables whose changes make this stale: ["person", "membership"]. */
  topics?: string[];
  enabled?: boolean;
  /** Show the answer to the former question until the new one is there (for search as one types). */
  keep?: boolean;
  /** Ask again after so many milliseconds, as long as the component is shown. */
  every?: number | false;
}

export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) =>
          failures < 2 && (isKind(error, "offline") || isKind(error, "unavailable")),
        refetchOnWindowFocus: true,
      },
    },
  });

/** Reads a path: `useGet<Person>(`/people/${id}`, {topics: ["person"]})`. */
export function useGet<T>(path: string, { query, topics = [], enabled, keep, every }: ReadOptions = {}) {
  return useQuery<T>({
    queryKey: [path, query ?? null],
    queryFn: ({ signal }) => request<T>("GET", path, undefined, { query, signal }),
    enabled,
    meta: { topics },
    placeholderData: keep ? keepPreviousData : undefined,
    refetchInterval: every,
  });
}

/** Reads a list page by page; `items` are those of all pages read so far, `more` reads on (absent at the end). */
export function usePages<T>(path: string, { query, topics = [], enabled, keep }: ReadOptions = {}) {
  const pages = useInfiniteQuery({
    queryKey: [path, query ?? null, "pages"],
    queryFn: ({ pageParam, signal }) =>
      request<Page<T>>("GET", path, undefined, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    enabled,
    meta: { topics },
    placeholderData: keep ? keepPreviousData : undefined,
  });
  const items = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  return {
    items,
    error: pages.error,
    isPending: pages.isPending,
    isFetching: pages.isFetching,
    refetch: pages.refetch,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : undefined,
    loadingMore: pages.isFetchingNextPage,
  };
}

/** Makes stale what depends on any of the tables. */
export function invalidateTopics(queries: QueryClient, topics: string[]) {
  return queries.invalidateQueries({
    predicate: (query) => {
      const dependsOn = (query.meta?.topics as string[] | undefined) ?? [];
      // "*" from the server: changes may have been missed; of a query: it shows whatever changes.
      if (dependsOn.includes("*") || topics.includes("*")) return true;
      return dependsOn.some((topic) => topics.includes(topic));
    },
  });
}

export interface Sending<B> extends Pick<RequestOptions, "query" | "revision" | "idempotencyKey"> {
  method?: Method;
  path: string;
  body?: B;
}

/**
 * Writes: `const save = useSend<Person>({topics: ["person"]}); await save.mutateAsync({method: "PATCH", path, body, revision})`.
 * The default method is POST. `topics` are read again at once, without waiting for word from the server.
 */
export function useSend<T = void, B = unknown>({ topics = [] }: { topics?: string[] } = {}) {
  const queries = useQueryClient();
  return useMutation<T, Error, Sending<B>>({
    mutationFn: ({ method = "POST", path, body, query, revision, idempotencyKey }) =>
      request<T>(method, path, body, { query, revision, idempotencyKey }),
    onSuccess: () => void invalidateTopics(queries, topics),
  });
}
