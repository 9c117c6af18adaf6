import { type ErrorKind, ApiError } from "../api/error";
import { useMessages } from "../i18n";
import { Button } from "./button";
import { Callout, EmptyState } from "./layout";
import { messages } from "./messages";

/** What to say of anything thrown. */
export function useErrorText() {
  const m = useMessages(messages);
  const own: Partial<Record<ErrorKind, string>> = { offline: m.offline, forbidden: m.notAllowed };
  return (error: unknown): string =>
    error instanceof ApiError ? (own[error.kind] ?? error.message) : m.failed;
}

/** In place of what could not be loaded. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const m = useMessages(messages);
  const text = useErrorText();
  const known = error instanceof ApiError ? error : undefined;
  return (
    <div role="alert">
      <EmptyState
        title={known?.kind === "not_found" ? m.notFound : m.failed}
        action={retry && <Button onClick={retry}>{m.retry}</Button>}
      >
        {text(error)}
        {known?.requestId && known.status >= 500 && (
          <>
            {" "}
            <small>{m.requestNumber(known.requestId)}</small>
          </>
        )}
      </EmptyState>
    </div>
  );
}

/** Above a form's buttons: why it was not taken. Nothing when there is no error. */
export function FormError({ error }: { error: unknown }) {
  const text = useErrorText();
  if (!error) return null;
  return <Callout tone="bad">{text(error)}</Callout>;
}
