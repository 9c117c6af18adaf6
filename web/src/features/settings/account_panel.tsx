import { useState } from "react";
import { fieldFaults, useSend } from "../../api";
import { useForgetEverything, useSession } from "../../app/session";
import { type Language, setLanguage, useMessages } from "../../i18n";
import { FieldGrid, Form, Panel, Select, Stack, TextInput, toast } from "../../ui";
import { languages, messages } from "./messages";

function Profile() {
  const m = useMessages(messages);
  const { user } = useSession();
  const forget = useForgetEverything();
  const [name, setName] = useState(user.name);
  const [language, chooseLanguage] = useState<Language>(user.language === "es" ? "es" : "en");
  const save = useSend();
  const submit = () =>
    save
      .mutateAsync({ method: "PATCH", path: "/account", body: { name, language } })
      .then(() => {
        setLanguage(language);
        toast(m.saved);
        return forget();
      })
      // The error is shown from the mutation's state.
      .catch(() => {});
  return (
    <Panel title={m.account.title}>
      <Form busy={save.isPending} error={save.error} onSubmit={() => void submit()}>
        <FieldGrid>
          <TextInput
            label={m.account.name}
            value={name}
            onChange={setName}
            error={fieldFaults(save.error).name}
            autoComplete="name"
            required
          />
          <TextInput label={m.email} value={user.email} onChange={() => {}} disabled />
          <Select label={m.account.language} value={language} onChange={chooseLanguage} options={languages} />
        </FieldGrid>
      </Form>
    </Panel>
  );
}

function Password() {
  const m = useMessages(messages);
  const [form, setForm] = useState({ old_password: "", password: "" });
  const save = useSend();
  const faults = fieldFaults(save.error);
  const submit = () =>
    save.mutate(
      { method: "PATCH", path: "/account", body: form },
      {
        onSuccess: () => {
          setForm({ old_password: "", password: "" });
          toast(m.account.passwordChanged);
        },
      },
    );
  return (
    <Panel title={m.account.password}>
      <Form
        submit={m.account.changePassword}
        look="quiet"
        busy={save.isPending}
        disabled={!form.password}
        error={save.error}
        onSubmit={submit}
      >
        <FieldGrid>
          <TextInput
            label={m.account.oldPassword}
            type="password"
            autoComplete="current-password"
            value={form.old_password}
            onChange={(old_password) => setForm({ ...form, old_password })}
            error={faults.old_password}
            required
          />
          <TextInput
            label={m.account.newPassword}
            hint={m.account.passwordHint}
            type="password"
            autoComplete="new-password"
            value={form.password}
            onChange={(password) => setForm({ ...form, password })}
            error={faults.password}
            required
          />
        </FieldGrid>
      </Form>
    </Panel>
  );
}

export const AccountPanel = () => (
  <Stack gap={16}>
    <Profile />
    <Password />
  </Stack>
);
