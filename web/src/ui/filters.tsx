// What stands above a list: a box to search in and lists to choose from, kept in the address.
import { useMessages } from "../i18n";
import { type Option, Select } from "./choice_fields";
import { Grow } from "./layout";
import { messages } from "./messages";
import { TextInput } from "./text_fields";
import { useUrlState } from "./url_state";

/** Words by value as the options of a list: `optionsOf(m.kinds)`. */
export const optionsOf = <V extends string>(words: Record<V, string>): Option<V>[] =>
  (Object.entries(words) as [V, string][]).map(([value, label]) => ({ value, label }));

/** The filters of a list in the address; `clear` is absent where nothing is filtered. */
export function useFilters<T extends Record<string, string>>(defaults: T) {
  const [filters, set] = useUrlState(defaults);
  const active = Object.keys(defaults).some((name) => filters[name] !== defaults[name]);
  return { filters, set, clear: active && (() => set(defaults)) };
}

export interface SearchBoxProps {
  value: string;
  onChange: (value: string) => void;
  /** What can be searched for: "The start of a name, e-mail or phone". */
  placeholder: string;
}

export function SearchBox({ value, onChange, placeholder }: SearchBoxProps) {
  const m = useMessages(messages);
  return (
    <Grow>
      <TextInput
        label={m.search}
        labelHidden
        type="search"
        placeholder={placeholder}
        value={value}
        onChange={onChange}
      />
    </Grow>
  );
}

export interface FilterSelectProps {
  label: string;
  /** What stands there while nothing is left out: "Every stage". */
  every: string;
  options: Option[];
  value: string;
  onChange: (value: string) => void;
}

export const FilterSelect = ({ every, options, ...select }: FilterSelectProps) => (
  <Select {...select} labelHidden options={[{ value: "", label: every }, ...options]} />
);
