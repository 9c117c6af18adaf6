import { useState } from "react";
import {
  type Assessment,
  AssessmentPicker,
  Checkbox,
  Chips,
  type Choice,
  DateInput,
  FieldGrid,
  FileDrop,
  Form,
  NumberInput,
  Panel,
  RadioGroup,
  Row,
  SearchSelect,
  Select,
  Stack,
  Switch,
  TextInput,
  Textarea,
} from "..";

export function Forms() {
  const [text, setText] = useState("Marisol Quiroga");
  const [kind, setKind] = useState("local");
  const [count, setCount] = useState<number | null>(1240);
  const [day, setDay] = useState("2026-06-03");
  const [on, setOn] = useState(true);
  const [chips, setChips] = useState(["overtime", "health"]);
  const [choice, setChoice] = useState<Choice | null>({ id: "88", label: "Warehouse Workers Local 88" });
  const [answer, setAnswer] = useState<Assessment | null>(1);
  return (
    <Panel title="Forms" aside="errors stand below their field">
      <Form onSubmit={() => {}} onCancel={() => {}} onRemove={() => {}}>
        <FieldGrid>
          <TextInput label="Name" value={text} onChange={setText} required />
          <TextInput
            label="E-mail"
            type="email"
            value="marisol@example"
            onChange={() => {}}
            error="This is not an e-mail address."
          />
          <TextInput label="Password" type="password" value="correct horse" onChange={() => {}} />
          <Select
            label="Kind"
            value={kind}
            onChange={setKind}
            options={[
              { value: "local", label: "Local" },
              { value: "council", label: "Council" },
            ]}
          />
          <SearchSelect
            label="Organization"
            hint="Type its name or number"
            searchKey="gallery"
            value={choice}
            onChange={setChoice}
            search={async (typed) =>
              [
                { id: "88", label: "Warehouse Workers Local 88", detail: "Riverton" },
                { id: "188", label: "Warehouse Workers Local 188", detail: "Easton" },
              ].filter((one) => one.label.toLowerCase().includes(typed.toLowerCase()))
            }
          />
          <NumberInput label="Members" value={count} onChange={setCount} />
          <DateInput label="Needed by" value={day} onChange={setDay} />
          <TextInput label="Not yours to change" value="Riverton" onChange={() => {}} disabled />
        </FieldGrid>
        <Textarea
          label="Note"
          value="Talk again after the shift meeting; ask about Teo."
          onChange={() => {}}
        />
        <Row gap={24} align="flex-start">
          <Stack>
            <Checkbox label="E-mail me about this" checked={on} onChange={setOn} />
            <Checkbox label="Text me (stop any time)" checked={false} onChange={() => {}} />
            <Switch label="Tell me of changes" checked={on} onChange={setOn} />
          </Stack>
          <RadioGroup
            label="What counts"
            value="cast"
            onChange={() => {}}
            options={[
              { value: "cast", label: "Votes cast" },
              { value: "present", label: "Those present", hint: "Abstaining counts as no" },
            ]}
          />
        </Row>
        <Chips
          label="What matters to her"
          value={chips}
          onChange={setChips}
          options={["overtime", "health", "pay", "rent", "safety"].map((value) => ({ value, label: value }))}
        />
        <AssessmentPicker label="How did she answer?" value={answer} onChange={setAnswer} />
        <FileDrop label="A list of people" hint="CSV or TSV, up to 512 MB" onFile={() => {}} />
      </Form>
    </Panel>
  );
}
