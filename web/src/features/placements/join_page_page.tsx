// What the public sign-up page says.
import { type Schemas, request, useGet } from "../../api";
import { useSession } from "../../app/session";
import { useMessages } from "../../i18n";
import {
  Button,
  FieldGrid,
  Loaded,
  Page,
  PageHeader,
  Panel,
  RecordForm,
  Switch,
  TextInput,
  Textarea,
} from "../../ui";
import { messages } from "./messages";

type JoinPage = Schemas["JoinPage"];

const seen = ({ is_open, headline_en, headline_es, text_en, text_es, revision }: JoinPage) => ({
  fields: { is_open, headline_en, headline_es, text_en, text_es },
  // As long as nobody has changed it there is nothing stored to be older than.
  revision: revision === "0" ? undefined : revision,
});

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
      <Panel title={m.whatItSays}>
        <Loaded found={stored}>
          {(page) => (
            <RecordForm
              seen={seen(page)}
              reread={async () => seen(await request<JoinPage>("GET", "/join-page"))}
              path="/join-page"
              method="PUT"
              topics={["join_page"]}
              words={{
                is_open: m.open,
                headline_en: m.headlineEn,
                headline_es: m.headlineEs,
                text_en: m.textEn,
                text_es: m.textEs,
              }}
              stays={seen}
            >
              {({ fields, field }) => (
                <>
                  <Switch
                    label={m.open}
                    hint={m.openHint}
                    checked={fields.is_open}
                    onChange={field("is_open").onChange}
                  />
                  <FieldGrid>
                    <TextInput {...field("headline_en")} hint={m.headlineHint} />
                    <TextInput {...field("headline_es")} hint={m.headlineHint} />
                  </FieldGrid>
                  <Textarea {...field("text_en")} />
                  <Textarea {...field("text_es")} />
                </>
              )}
            </RecordForm>
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}
