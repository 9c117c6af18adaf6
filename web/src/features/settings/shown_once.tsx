// A secret that is shown this once: to be copied and passed on.
import { useMessages } from "../../i18n";
import { Button, Callout, Row, Stack, TextInput, toast } from "../../ui";
import { messages } from "./messages";

export interface ShownOnceProps {
  /** What to do with it, and who can do what with it. */
  warning: string;
  label: string;
  secret: string;
  onDone: () => void;
}

export function ShownOnce({ warning, label, secret, onDone }: ShownOnceProps) {
  const m = useMessages(messages);
  return (
    <Stack>
      <Callout tone="warn">{warning}</Callout>
      <TextInput label={label} value={secret} onChange={() => {}} />
      <Row>
        <Button
          variant="primary"
          onClick={() => void navigator.clipboard.writeText(secret).then(() => toast(m.copied))}
        >
          {m.copy}
        </Button>
        <Button onClick={onDone}>{m.close}</Button>
      </Row>
    </Stack>
  );
}
