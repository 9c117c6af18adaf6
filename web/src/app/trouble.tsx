import { useRouteError } from "react-router";
import { useMessages } from "../i18n";
import { Button, EmptyState, ErrorState } from "../ui";
import { ApiError } from "../api";
import { messages } from "./messages";

export function NotFound() {
  const m = useMessages(messages);
  return (
    <EmptyState
      title={m.notFound}
      action={
        <Button to="/" variant="ink">
          {m.home}
        </Button>
      }
    >
      {m.notFoundText}
    </EmptyState>
  );
}

/** In place of a page that threw. */
export function Trouble() {
  const m = useMessages(messages);
  const error = useRouteError();
  if (error instanceof ApiError) return <ErrorState error={error} retry={() => location.reload()} />;
  console.error(error);
  return (
    <EmptyState title={m.broken} action={<Button onClick={() => location.reload()}>{m.reload}</Button>}>
      {m.brokenText}
    </EmptyState>
  );
}
