// Where things stand: stages, figures, assessments.
import {
  AssessmentLegend,
  Columns,
  Kbd,
  Mark,
  Panel,
  Row,
  Stack,
  StageStepper,
  Stat,
  Stats,
  SupportBar,
  assessments,
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

export function Standing() {
  return (
    <>
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
    </>
  );
}
