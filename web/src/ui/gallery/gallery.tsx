import { useState } from "react";
import {
  AppShell,
  type Assessment,
  AssessmentLegend,
  AssessmentPicker,
  Avatar,
  Badge,
  Button,
  Callout,
  Checkbox,
  Chips,
  type Choice,
  type Column,
  Columns,
  DataTable,
  DateInput,
  DiffView,
  Drawer,
  EmptyState,
  Facts,
  FieldGrid,
  FileDrop,
  Grow,
  Kbd,
  Mark,
  Markdown,
  Menu,
  Modal,
  NumberInput,
  Page,
  PageHeader,
  Panel,
  Phone,
  Progress,
  RadioGroup,
  Row,
  SearchSelect,
  Select,
  Skeleton,
  Stack,
  StageSquares,
  StageStepper,
  Stat,
  Stats,
  SupportBar,
  Switch,
  Tabs,
  Tag,
  TextInput,
  Textarea,
  Toasts,
  Toolbar,
  Tooltip,
  TwoColumns,
  assessments,
  toast,
} from "..";

const stages = [
  "Mapped",
  "Identifying",
  "Team",
  "Process opened",
  "Resolution moved",
  "Decided",
  "Activated",
].map((label) => ({ value: label, label }));
const counts = { 1: 18, 2: 86, 3: 43, 4: 16, 5: 9 };

interface Worker {
  id: string;
  name: string;
  department: string;
  years: number;
  assessment: Assessment | null;
  leader?: boolean;
}
const workers: Worker[] = [
  { id: "1", name: "Marisol Quiroga", department: "Loading dock", years: 6, assessment: 2 },
  { id: "2", name: "Tomás Abara", department: "Sorting", years: 14, assessment: 1, leader: true },
  { id: "3", name: "Dev Patel", department: "Inbound", years: 2, assessment: 3 },
  { id: "4", name: "Ruth Lindgren", department: "Drivers", years: 21, assessment: 4 },
  { id: "5", name: "Hal Osterman", department: "Office", years: 9, assessment: 5, leader: true },
  { id: "6", name: "Ngozi Eze", department: "Sorting", years: 1, assessment: null },
];
const columns: Column<Worker>[] = [
  { key: "name", header: "Name", cell: (one) => one.name, sortBy: (one) => one.name },
  {
    key: "assessment",
    header: "Stands",
    cell: (one) => <Mark value={one.assessment} leader={one.leader} />,
    sortBy: (one) => one.assessment,
  },
  { key: "department", header: "Department", cell: (one) => one.department, sortBy: (one) => one.department },
  { key: "years", header: "Years", cell: (one) => one.years, align: "right", sortBy: (one) => one.years },
  { key: "stage", header: "Stage", cell: (one) => <StageSquares at={one.years % 7} of={7} /> },
];

const before =
  "Whereas our members work forced overtime; and\n\nResolved, that Local 88 endorses the candidate and sends two delegates.";
const after =
  "Whereas our members work forced overtime and weekends; and\n\nResolved, that Local 88 endorses the slate and sends three delegates.";

function Forms() {
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
      <Stack gap={16}>
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
      </Stack>
    </Panel>
  );
}

export function Gallery() {
  const [tab, setTab] = useState("details");
  const [modal, setModal] = useState(false);
  const [drawer, setDrawer] = useState(false);
  const [selected, setSelected] = useState(new Set(["2"]));
  return (
    <AppShell
      place="Riverbend Alliance"
      menu={["Dev Patel · dev@example.org", { label: "Sign out" }]}
      words={{ skip: "Skip", navigation: "Places", openMenu: "Open the menu", closeMenu: "Close" }}
      navigation={[
        {
          items: [
            { to: "/day", label: "My day", count: 7 },
            { to: "/people", label: "People", count: "20,114" },
            { to: "/organizations", label: "Organizations", count: 302 },
          ],
        },
        {
          title: "Organize",
          items: [
            { to: "/drives", label: "Drives", count: 41 },
            { to: "/slate", label: "Slate board" },
            { to: "/resolutions", label: "Resolutions" },
          ],
        },
        { title: "Reach", items: [{ to: "/messages", label: "Messages" }] },
        {
          title: "Keep",
          items: [
            { to: "/imports", label: "Imports" },
            { to: "/review", label: "Review", count: 12 },
            { to: "/settings", label: "Settings" },
          ],
        },
      ]}
    >
      <Page>
        <PageHeader
          crumbs={[{ label: "Slate board", to: "/slate" }, { label: "Rivera" }]}
          title="Endorse Rivera: Warehouse Workers Local 88"
          status={
            <>
              1,240 members · Riverton, NB · owner Dev Patel · <strong>needed by Tue 30 Jun</strong>
            </>
          }
          actions={
            <>
              <Button>Wall chart</Button>
              <Button variant="primary">Log a conversation</Button>
            </>
          }
        />
        <Panel>
          <StageStepper label="Stage" stages={stages} current="Resolution moved" />
        </Panel>
        <Panel>
          <Columns least={300}>
            <Stats>
              <Stat value="104" label="for, 43 % of the unit" />
              <Stat value="18" label="to a majority of 122" />
              <Stat value="6" late label="last possible meeting within 14 days" to="/late" />
            </Stats>
            <SupportBar counts={counts} eligible={242} majority={122} />
          </Columns>
        </Panel>
        <Panel title="Assessments" aside="28 of 62 · 45 %">
          <Stack gap={16}>
            <AssessmentLegend counts={counts} none={70} />
            <Row gap={6}>
              {[...assessments, null].map((one) => (
                <Mark key={one ?? 0} value={one} />
              ))}
              <span style={{ width: 16 }} />
              {[...assessments, null].map((one) => (
                <span key={one ?? 0} style={{ padding: 4 }}>
                  <Mark value={one} leader size="large" />
                </span>
              ))}
            </Row>
            <Row>
              set with <Kbd>1</Kbd> <Kbd>2</Kbd> <Kbd>3</Kbd> move with <Kbd>←</Kbd> <Kbd>→</Kbd>
            </Row>
          </Stack>
        </Panel>
        <TwoColumns>
          <Panel title="How this local decides">
            <Stack>
              <Row spread>
                <strong>Read at the May meeting</strong> <Badge tone="good">carried 41–9</Badge>
              </Row>
              <Row spread>
                <strong>Executive board recommends</strong> <Badge tone="bad">notice in 3 days</Badge>
              </Row>
              <Row spread>
                <strong>Members vote</strong> <Badge tone="warn">needs 2/3</Badge>
              </Row>
              <Callout>
                At today’s count the members’ vote is expected to carry: <b>71 % for</b> of those likely to
                come.
              </Callout>
              <Callout tone="warn">Inbound and Office have no leader yet.</Callout>
              <Callout tone="bad">The endorsement can’t be reached by Tue 30 Jun any more.</Callout>
              <Callout tone="good">Every step can still be held in time.</Callout>
            </Stack>
          </Panel>
          <Panel title="Person">
            <Stack>
              <Row>
                <Avatar name="Marisol Quiroga" />
                <div>
                  <strong>Marisol Quiroga</strong>
                  <div className="hint">Loading dock, night · 6 years</div>
                </div>
              </Row>
              <Facts
                facts={[
                  ["Phone", <Phone key="p" value="+15552014228" />],
                  ["E-mail", "marisol@example.org"],
                  ["Empty", ""],
                ]}
              />
              <Row>
                <Tag onRemove={() => {}}>Overtime</Tag>
                <Tag>Health care</Tag>
              </Row>
              <Progress label="Import" share={0.62} />
              <Progress label="Import" />
              <Skeleton lines={3} />
            </Stack>
          </Panel>
        </TwoColumns>
        <Tabs
          label="Person"
          value={tab}
          onChange={setTab}
          tabs={[
            { value: "details", label: "Details", content: null },
            { value: "memberships", label: "Memberships", count: 2, content: null },
            { value: "history", label: "History", content: null },
          ]}
        />
        <Toolbar>
          <Grow>
            <TextInput
              label="Search"
              labelHidden
              type="search"
              value=""
              placeholder="Search"
              onChange={() => {}}
            />
          </Grow>
          <Select
            label="State"
            labelHidden
            value=""
            onChange={() => {}}
            options={[{ value: "", label: "Every state" }]}
          />
          <Button>Export</Button>
        </Toolbar>
        <Panel flush title="Workers">
          <DataTable
            label="Workers"
            columns={columns}
            rows={workers}
            rowKey={(one) => one.id}
            rowTo={(one) => `/people/${one.id}`}
            selected={selected}
            onSelect={setSelected}
            more={() => {}}
          />
        </Panel>
        <Forms />
        <Panel title="Buttons and what opens">
          <Stack>
            <Row>
              <Button variant="primary">Primary</Button>
              <Button>Plain</Button>
              <Button variant="ink">Ink</Button>
              <Button variant="quiet">Quiet</Button>
              <Button variant="danger">Remove</Button>
              <Button busy>Saving</Button>
              <Button disabled>Not now</Button>
              <Button size="small">Small</Button>
            </Row>
            <Row>
              <Button onClick={() => setModal(true)}>Dialog</Button>
              <Button onClick={() => setDrawer(true)}>Drawer</Button>
              <Button onClick={() => toast({ message: "Removed Marisol Quiroga", undo: () => {} })}>
                Toast
              </Button>
              <Menu
                target={<Button>Menu</Button>}
                entries={["Export as", { label: "CSV" }, { label: "XLSX" }]}
              />
              <Tooltip label="Told on hover and focus">
                <Button>Hint</Button>
              </Tooltip>
            </Row>
          </Stack>
        </Panel>
        <Columns>
          <Panel title="Difference">
            <DiffView before={before} after={after} />
          </Panel>
          <Panel title="Text">
            <Markdown
              source={
                "## Whereas\n\nour members work **forced overtime**, and\n\n1. they said so\n2. they *meant* it\n\n> Resolved"
              }
            />
          </Panel>
        </Columns>
        <Panel>
          <EmptyState title="No drives yet" action={<Button variant="primary">Start a drive</Button>}>
            A drive is the work to win one decision from one organization.
          </EmptyState>
        </Panel>
        <Modal open={modal} onClose={() => setModal(false)} title="A dialog">
          <Forms />
        </Modal>
        <Drawer open={drawer} onClose={() => setDrawer(false)} title="Marisol Quiroga">
          <Facts facts={[["Department", "Loading dock"]]} />
        </Drawer>
        <Toasts />
      </Page>
    </AppShell>
  );
}
