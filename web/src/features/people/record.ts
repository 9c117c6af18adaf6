// A person's whole record, and writing to it: every write answers the record anew.
import { useQueryClient } from "@tanstack/react-query";
import { type Method, type Schemas, invalidateTopics, request, useGet } from "../../api";
import { useMutation } from "@tanstack/react-query";

export type PersonRecord = Schemas["PersonRecord"];

/** The tables that a record is made of. */
export const recordTopics = [
  "person",
  "contact_point",
  "address",
  "membership",
  "employment",
  "consent",
  "assignment",
  "relationship",
  "custom_value",
  "external_id",
];

export const usePersonRecord = (id: string) =>
  useGet<PersonRecord>(`/people/${id}`, { topics: recordTopics });

export interface RecordWrite {
  method: Method;
  /** Below the person: "/memberships/12"; empty for the person itself. */
  part?: string;
  body?: unknown;
  /** Of the record that is changed, as the user saw it. */
  revision?: string;
}

/** Writes to the record of a person; what is shown of it is replaced by the answer. */
export function useWriteRecord(id: string) {
  const queries = useQueryClient();
  return useMutation<PersonRecord, Error, RecordWrite>({
    mutationFn: ({ method, part = "", body, revision }) =>
      request<PersonRecord>(method, `/people/${id}${part}`, body, { revision }),
    onSuccess: (record) => {
      queries.setQueryData([`/people/${id}`, null], record);
      void invalidateTopics(queries, ["person_history", "person"]);
    },
  });
}

/** What an id within the record is called; empty when it is not known. */
export const nameIn = (record: PersonRecord, id: string | null | undefined): string =>
  record.names.find((one) => one.id === id)?.name ?? "";

export type NameParts = Pick<
  Schemas["Person"],
  "given_name" | "middle_name" | "family_name" | "suffix" | "birth_date" | "sex" | "language" | "note"
>;
export const nameParts = [
  "given_name",
  "middle_name",
  "family_name",
  "suffix",
  "birth_date",
  "sex",
  "language",
  "note",
] as const;

export interface Disagreement {
  field: (typeof nameParts)[number];
  theirs: string;
  mine: string;
}

/**
 * Of two who edited at once: the fields that both changed to something different. What only one of them changed
 * is no disagreement: both changes can stand.
 */
export function disagreements(seen: NameParts, theirs: NameParts, mine: NameParts): Disagreement[] {
  return nameParts
    .filter(
      (field) =>
        mine[field] !== seen[field] && theirs[field] !== seen[field] && mine[field] !== theirs[field],
    )
    .map((field) => ({ field, theirs: theirs[field], mine: mine[field] }));
}

/** My changes put on top of what is stored now. */
export const merged = (seen: NameParts, theirs: NameParts, mine: NameParts): NameParts =>
  Object.fromEntries(
    nameParts.map((field) => [field, mine[field] !== seen[field] ? mine[field] : theirs[field]]),
  ) as NameParts;

/** Only what differs from what was seen. */
export const changedParts = (seen: NameParts, mine: NameParts): Partial<NameParts> =>
  Object.fromEntries(
    nameParts.filter((field) => mine[field] !== seen[field]).map((field) => [field, mine[field]]),
  );

export const partsOf = (person: Schemas["Person"]): NameParts =>
  Object.fromEntries(nameParts.map((field) => [field, person[field]])) as NameParts;
