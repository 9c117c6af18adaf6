// What is said: badges, callouts, facts, texts and their differences.
import {
  Badge,
  Button,
  Callout,
  Columns,
  DiffView,
  EmptyState,
  Facts,
  Markdown,
  Panel,
  Phone,
  Progress,
  Row,
  Skeleton,
  Stack,
  Tag,
  TwoColumns,
} from "..";

const before =
  "Whereas our members work forced overtime; and\n\nResolved, that Local 88 endorses the candidate and sends two delegates.";
const after =
  "Whereas our members work forced overtime and weekends; and\n\nResolved, that Local 88 endorses the slate and sends three delegates.";

export function Texts() {
  return (
    <>
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
    </>
  );
}
