// Lists: tabs, filters, a table with what is chosen in it.
import { useState } from "react";
import {
  type Assessment,
  Button,
  Checkbox,
  type Column,
  DataTable,
  FilterSelect,
  Mark,
  Panel,
  SearchBox,
  StageSquares,
  Tabs,
  Toolbar,
} from "..";

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

export function Lists() {
  const [tab, setTab] = useState("details");
  const [selected, setSelected] = useState(new Set(["2"]));
  return (
    <>
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
        <SearchBox value="" placeholder="The start of a name" onChange={() => {}} />
        <FilterSelect label="State" every="Every state" options={[]} value="" onChange={() => {}} />
        <Checkbox label="Only late ones" checked={false} onChange={() => {}} />
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
    </>
  );
}
