// What the operations on imports answer.
import type { Messages } from "./messages";

export type Kind = "people" | "organizations" | "worksites";
export type FieldName = keyof Messages["fields"];
export type State = keyof Messages["states"];

export interface Summary {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  repeated: number;
  rejected: number;
  placed: number;
  unplaced: number;
  organizations_created: number;
  employers_created: number;
  worksites_created: number;
}

export interface ColumnMapping {
  column: string;
  field: FieldName;
  custom_name: string;
}

export interface Mapping {
  preset: string;
  source: string;
  day_first: boolean;
  columns: ColumnMapping[];
}

export interface Reject {
  line: number;
  column: string;
  reason: string;
  in_words: string;
}

export interface ImportLine {
  id: string;
  kind: Kind;
  state: State;
  file_name: string;
  summary: Summary;
  created_at: string;
}

export interface Import extends ImportLine {
  encoding: string;
  mapping: Mapping;
  fields: FieldName[];
  repeatable: FieldName[];
  rejects: Reject[];
  fault: string;
  left_count: number;
  job: { done: number; total: number; cancelling: boolean } | null;
  can: { map: boolean; check: boolean; run: boolean; cancel: boolean; undo: boolean };
}

export interface Sample {
  columns: string[];
  rows: string[][];
}
