// A person's whole record, and writing to it: every write answers the record anew.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Method, type Schemas, invalidateTopics, request, useGet } from "../../api";

export type PersonRecord = Schemas["PersonRecord"];

/** The tables that a record is made of, and its history. */
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
  "person_history",
];

export const usePersonRecord = (id: string) =>
  useGet<PersonRecord>(`/people/${id}`, { topics: recordTopics });

export interface RecordWrite {
  method: Method;
  /** Below the person: "/assignments/12". */
  part: string;
  body?: unknown;
  /** Of what is changed, as the user saw it. */
  revision?: string;
}

/** Writes to the record of a person; what is shown of it is replaced by the answer. */
export function useWriteRecord(id: string) {
  const queries = useQueryClient();
  return useMutation<PersonRecord, Error, RecordWrite>({
    mutationFn: ({ method, part, body, revision }) =>
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
