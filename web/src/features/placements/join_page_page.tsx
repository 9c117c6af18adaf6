// What the public sign-up page says.
import { useState } from "react";
import { type Schemas, fieldFaults, useGet, useSend } from "../../api";
import { useSession } from "../../app/session";
import { useMessages } from "../../i18n";
import {
  Button,
  ErrorState,
  FieldGrid,
  FormError,
  Page,
  PageHeader,
  Panel,
  Row,
  Skeleton,
  Stack,
  Switch,
  TextInput,
  Textarea,
  toast,
} from "../../ui";
import { messages } from "./messages";

type JoinPage = Schemas["JoinPage"];

export function JoinPagePage() {
  const m = useMessages(messages);
  const { workspace } = useSession();
  const stored = useGet<JoinPage>("/join-page", { topics: ["join_page"] });
  const address = `${location.origin}/join/${workspace?.slug ?? ""}`;
  return (
    <Page narrow>
      <PageHeader
        title={m.joinTitle}
        status={m.joinStatus}
        crumbs={[{ label: m.queue, to: "/placements" }, { label: m.joinTitle }]}
        actions={<Button href={address}>{m.visit}</Button>}
      />
      <Panel title={m.address}>
        <a href={address}>{address}</a>
      </Panel>
      {stored.error ? (
        <ErrorState error={stored.error} retry={() => void stored.refetch()} />
      ) : stored.data ? (
        <Editor key={stored.data.revision} page={stored.data} />
      ) : (
        <Skeleton />
      )}
    </Page>
  );
}

function Editor({ page }: { page: JoinPage }) {
  const m = useMessages(messages);
  const [draft, setDraft] = useState({
    is_open: page.is_open,
    headline_en: page.headline_en,
    headline_es: page.headline_es,
    text_en: page.text_en,
    text_es: page.text_es,
  });
  const save = useSend<JoinPage>({ topics: ["join_page"] });
  const faults = fieldFaults(save.error);
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  return (
    <Panel>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(
            {
              method: "PUT",
              path: "/join-page",
              body: draft,
              revision: page.revision === "0" ? undefined : page.revision,
            },
            { onSuccess: () => toast(m.saved) },
          );
        }}
      >
        <Stack>
          <Switch
            label={m.open}
            hint={m.openHint}
            checked={draft.is_open}
            onChange={(is_open) => set({ is_open })}
          />
          <FieldGrid>
            <TextInput
              label={m.headlineEn}
              hint={m.headlineHint}
              value={draft.headline_en}
              error={faults.headline_en}
              onChange={(headline_en) => set({ headline_en })}
            />
            <TextInput
              label={m.headlineEs}
              hint={m.headlineHint}
              value={draft.headline_es}
              error={faults.headline_es}
              onChange={(headline_es) => set({ headline_es })}
            />
          </FieldGrid>
          <Textarea
            label={m.textEn}
            value={draft.text_en}
            error={faults.text_en}
            onChange={(text_en) => set({ text_en })}
          />
          <Textarea
            label={m.textEs}
            value={draft.text_es}
            error={faults.text_es}
            onChange={(text_es) => set({ text_es })}
          />
          <FormError error={save.error} />
          <Row>
            <Button type="submit" variant="primary" busy={save.isPending}>
              {m.save}
            </Button>
          </Row>
        </Stack>
      </form>
    </Panel>
  );
}
