// A text being written: fields to put in, and beside it how it will read.
import { useDebouncedValue } from "./use_debounced_value";
import { useGetPreview } from "./use_preview";
import { useId } from "react";
import { useMessages } from "../../i18n";
import { Callout, Hint, Loaded, Stack, Textarea } from "../../ui";
import { DocumentView, useFieldName } from "./document_view";
import { messages } from "./messages";
import style from "./resolutions.module.css";

export interface TextEditorProps {
  value: string;
  onChange: (value: string) => void;
  error?: string;
  /** Whose mover and dates fill fields in the preview. */
  resolutionId?: string;
}

export function TextEditor({ value, onChange, error, resolutionId }: TextEditorProps) {
  const m = useMessages(messages);
  const fieldName = useFieldName();
  const id = useId();
  const written = useDebouncedValue(value, 300);
  const preview = useGetPreview(written, resolutionId);
  const faults = preview.data?.faults ?? [];
  const insert = (field: string) => {
    const box = document.getElementById(id)?.querySelector("textarea");
    const at = box?.selectionStart ?? value.length;
    const end = box?.selectionEnd ?? at;
    onChange(`${value.slice(0, at)}{${field}}${value.slice(end)}`);
    const caret = at + field.length + 2;
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(caret, caret);
    });
  };
  return (
    <div className={style.editor}>
      <Stack>
        <div id={id}>
          <Textarea
            label={m.body}
            hint={m.bodyHint}
            value={value}
            onChange={onChange}
            rows={16}
            monospace
            error={error}
            maxLength={60_000}
          />
        </div>
        {faults.length > 0 && (
          <Callout tone="warn">
            {faults.map((fault, at) => (
              <div key={at}>
                {fault.field
                  ? m.faultField(fault.line, fault.field, fault.nearest)
                  : m.faultBrace(fault.line)}
              </div>
            ))}
          </Callout>
        )}
        <div>
          <Hint>{m.insert}</Hint>
          <div className={style.fields}>
            {Object.keys(m.fields).map((field) => (
              <button key={field} type="button" title={fieldName(field)} onClick={() => insert(field)}>
                {`{${field}}`}
              </button>
            ))}
          </div>
        </div>
      </Stack>
      <section aria-label={m.preview}>
        <Hint>{m.preview}</Hint>
        <Loaded found={preview}>{({ document }) => <DocumentView document={document} />}</Loaded>
      </section>
    </div>
  );
}
