// Choosing one of very many by typing: a person, a local, an employer. The server searches.
import { Combobox, InputBase, Loader, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useMessages } from "../i18n";
import { type FieldProps, common } from "./field";
import { messages } from "./messages";

export interface Choice {
  id: string;
  label: string;
  /** A second line that tells namesakes apart: the city, the local. */
  detail?: ReactNode;
}

export interface SearchSelectProps extends FieldProps {
  value: Choice | null;
  onChange: (value: Choice | null) => void;
  /** What the server finds for the text (also for the empty one). */
  search: (text: string, signal: AbortSignal) => Promise<Choice[]>;
  /** Tells this search from others in the cache: "organizations". */
  searchKey: string;
  placeholder?: string;
  /** When given, the text typed may be taken as it is. */
  onFreeText?: (text: string) => void;
  freeTextLabel?: (text: string) => string;
}

export function SearchSelect(props: SearchSelectProps) {
  const m = useMessages(messages);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const [typed, setTyped] = useState<string | null>(null);
  const [wanted] = useDebouncedValue(typed ?? "", 150);
  const found = useQuery({
    queryKey: ["choices", props.searchKey, wanted],
    queryFn: ({ signal }) => props.search(wanted, signal),
    enabled: box.dropdownOpened,
    placeholderData: (former) => former,
  });
  const options = found.data ?? [];
  const text = (typed ?? "").trim();
  const choose = (id: string) => {
    if (id === "free-text") props.onFreeText?.(text);
    else props.onChange(options.find((option) => option.id === id) ?? null);
    setTyped(null);
    box.closeDropdown();
  };
  return (
    <Combobox store={box} onOptionSubmit={choose} withinPortal>
      <Combobox.Target>
        <InputBase
          {...common(props)}
          value={typed ?? props.value?.label ?? ""}
          placeholder={props.placeholder ?? m.keepTyping}
          autoComplete="off"
          rightSectionPointerEvents="all"
          rightSection={
            found.isFetching && box.dropdownOpened ? (
              <Loader size={16} />
            ) : props.value && !props.required && !props.disabled ? (
              <Combobox.ClearButton aria-label={m.clear} tabIndex={0} onClear={() => props.onChange(null)} />
            ) : (
              <Combobox.Chevron />
            )
          }
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            box.openDropdown();
            box.updateSelectedOptionIndex();
          }}
          onFocus={(event) => {
            event.currentTarget.select();
            box.openDropdown();
          }}
          onClick={() => box.openDropdown()}
          onBlur={() => {
            setTyped(null);
            box.closeDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={320} style={{ overflowY: "auto" }}>
          {options.map((option) => (
            <Combobox.Option key={option.id} value={option.id} active={option.id === props.value?.id}>
              <strong style={{ fontWeight: 600 }}>{option.label}</strong>
              {option.detail && <span className="hint"> · {option.detail}</span>}
            </Combobox.Option>
          ))}
          {props.onFreeText && text && (
            <Combobox.Option value="free-text">{props.freeTextLabel?.(text) ?? `“${text}”`}</Combobox.Option>
          )}
          {options.length === 0 && !(props.onFreeText && text) && (
            <Combobox.Empty>{found.isPending ? m.loading : m.noMatch}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
