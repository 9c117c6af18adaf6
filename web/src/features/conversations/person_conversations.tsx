// What was said with a person, newest first, and how they stood each time.
import { type Schemas, request, usePages } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import {
  type Assessment,
  Button,
  ErrorState,
  Hint,
  Mark,
  Row,
  Skeleton,
  Stack,
  toast,
  useToastError,
} from "../../ui";
import { channels } from "./channels";
import { messages } from "./messages";
import style from "./conversations.module.css";
import { conversationTopics } from "./use_my_day";

type View = Schemas["ConversationView"];
type Judgement = Schemas["AssessmentView"];

export function PersonConversations({ personId, driveId }: { personId: string; driveId?: string | null }) {
  const m = useMessages(messages);
  const channel = useMessages(channels);
  const { moment, date } = useFormat();
  const fail = useToastError();
  const list = usePages<View>(`/people/${personId}/conversations`, {
    query: { drive_id: driveId, limit: 10 },
    topics: conversationTopics,
  });
  if (list.error) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  if (list.isPending) return <Skeleton lines={3} />;
  if (list.items.length === 0) return <Hint>{m.none}</Hint>;
  const takeBack = (view: View) =>
    request("DELETE", `/people/${personId}/conversations/${view.conversation.id}`).then(() => {
      toast(m.takenBack);
      void list.refetch();
    }, fail);
  return (
    <ol className={style.talks}>
      {list.items.map((view) => {
        const { conversation } = view;
        return (
          <li key={conversation.id}>
            <Row spread>
              <b>
                {moment(conversation.at)} · {channel[conversation.channel]}
                {!conversation.reached && ` · ${m.notReached}`}
              </b>
              {view.assessment && <Mark value={view.assessment as Assessment} />}
            </Row>
            {conversation.note && <p>“{conversation.note}”</p>}
            {conversation.issues.length + conversation.answers.length > 0 && (
              <p>{[...conversation.issues, ...conversation.answers].join(" · ")}</p>
            )}
            <Row spread>
              <Hint>
                {m.by(view.user_name)}
                {conversation.follow_up_on && ` · ${m.again} ${date(conversation.follow_up_on)}`}
              </Hint>
              {view.can_edit && (
                <Button variant="quiet" size="small" onClick={() => void takeBack(view)}>
                  {m.takeBack}
                </Button>
              )}
            </Row>
          </li>
        );
      })}
      {list.more && (
        <li>
          <Button size="small" onClick={list.more} busy={list.loadingMore}>
            {m.more}
          </Button>
        </li>
      )}
    </ol>
  );
}

export function PersonAssessments({ personId, driveId }: { personId: string; driveId?: string | null }) {
  const m = useMessages(messages);
  const { moment } = useFormat();
  const list = usePages<Judgement>(`/people/${personId}/assessments`, {
    query: { drive_id: driveId, limit: 20 },
    topics: conversationTopics,
  });
  if (list.error) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  if (list.isPending) return <Skeleton lines={2} />;
  if (list.items.length === 0) return <Hint>{m.noJudgements}</Hint>;
  return (
    <Stack gap={6}>
      {list.items.map(({ assessment, user_name, drive_ask }) => (
        <div key={assessment.id} className={style.judgement}>
          <Mark value={assessment.value as Assessment} leader={assessment.leader} />
          <div>
            {moment(assessment.at)} {user_name && <Hint>{m.by(user_name)}</Hint>}
            {/* Of several drives: in which. */}
            {!driveId && drive_ask && (
              <div>
                <Hint>“{drive_ask}”</Hint>
              </div>
            )}
          </div>
        </div>
      ))}
    </Stack>
  );
}
