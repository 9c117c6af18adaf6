import { expect, test } from "vitest";
import { ApiError } from "../api/error";
import { applyLogged, lists } from "./day";
import type { Day, NewConversation, PhoneStore, Waiting } from "./phone_store";
import { Queue, type Server } from "./queue";

const talk = (key: string): NewConversation => ({
  person_id: "7",
  drive_id: "3",
  client_key: key,
  at: null,
  channel: "in_person",
  reached: true,
  assessment: 2,
  leader: null,
  issues: [],
  answers: [],
  note: "",
  follow_up_on: null,
});

function memory(): PhoneStore & { all: Map<string, Waiting> } {
  const all = new Map<string, Waiting>();
  return {
    all,
    day: async () => undefined,
    keepDay: async () => undefined,
    waiting: async () => [...all.values()],
    put: async (one) => void all.set(one.key, one),
    remove: async (key) => void all.delete(key),
    forgetDay: async () => undefined,
    forgetEverything: async () => all.clear(),
  };
}

/** A server that counts each key once, with a signal that comes and goes. */
function fakeServer() {
  const state = { online: true, logged: [] as string[], takenBack: [] as string[], refuse: false };
  const server: Server = {
    post: async (body) => {
      if (!state.online) throw new ApiError("offline", 0, "");
      if (state.refuse) throw new ApiError("not_found", 404, "This person does not exist.");
      if (!state.logged.includes(body.client_key)) state.logged.push(body.client_key);
      return { conversation: { id: `c-${body.client_key}`, person_id: body.person_id } };
    },
    takeBack: async (_person, conversation) => {
      if (!state.online) throw new ApiError("offline", 0, "");
      state.takenBack.push(conversation);
    },
  };
  return { state, server };
}

test("a conversation is saved before it is sent, and waits for a signal", async () => {
  const store = memory();
  const { state, server } = fakeServer();
  state.online = false;
  const queue = new Queue(store, server, "me");
  await queue.log(talk("a"), "Ana");
  await queue.send();
  expect(queue.current().waiting.map((one) => one.key)).toEqual(["a"]);
  // Closed and opened again: it is still there.
  const again = new Queue(store, server, "me");
  state.online = true;
  await again.start();
  await again.send();
  expect(state.logged).toEqual(["a"]);
  expect(store.all.size).toBe(0);
});

test("what the server refuses is told and kept, and does not hold up the rest", async () => {
  const store = memory();
  const { state, server } = fakeServer();
  const queue = new Queue(store, server, "me");
  state.refuse = true;
  await queue.log(talk("a"), "Ana");
  await queue.send();
  state.refuse = false;
  await queue.log(talk("b"), "Ben");
  await queue.send();
  expect(state.logged).toEqual(["b"]);
  expect(queue.current().waiting.map((one) => one.refused)).toEqual(["This person does not exist."]);
  await queue.again("a");
  await queue.send();
  expect(state.logged).toEqual(["b", "a"]);
});

test("undo takes it from the phone before it is sent, from the server after", async () => {
  const store = memory();
  const { state, server } = fakeServer();
  state.online = false;
  const queue = new Queue(store, server, "me");
  await queue.log(talk("a"), "Ana");
  await queue.send();
  await queue.undo();
  expect(store.all.size).toBe(0);
  state.online = true;
  await queue.log(talk("b"), "Ben");
  await queue.send();
  await queue.undo();
  expect(state.takenBack).toEqual(["c-b"]);
});

test("another user's conversations are neither shown nor sent", async () => {
  const store = memory();
  const { state, server } = fakeServer();
  state.online = false;
  await new Queue(store, server, "me").log(talk("a"), "Ana");
  state.online = true;
  const other = new Queue(store, server, "someone else");
  await other.start();
  await other.send();
  expect(other.current().waiting).toEqual([]);
  expect(state.logged).toEqual([]);
  expect(store.all.size).toBe(1);
});

test("a follow-up comes back on its day by the phone's own calendar", () => {
  const person = {
    person_id: "7",
    name: "Ana Lima",
    drive_id: "3",
    reason: "not_talked_to",
    due_on: null,
    days_late: 0,
    worksite: "",
    department: "",
    shift: "",
    organization: "",
    language: "",
    phones: [],
    emails: [],
    address: "",
    assessment: null,
    leader: false,
    last: null,
  } as Day["people"][number];
  const day = {
    today: "2026-04-22",
    people: [person],
    drives: [],
    follow_ups: 0,
    not_talked_to: 1,
    talked_to_today: 0,
  } as Day;
  const after = applyLogged(day, { ...talk("a"), follow_up_on: "2026-04-24" }, "2026-04-22");
  expect(lists(after, new Set(), "2026-04-22").done).toHaveLength(1);
  expect(lists(after, new Set(), "2026-04-23").others).toHaveLength(1);
  const late = lists(after, new Set(), "2026-04-26").due;
  expect(late.map((one) => one.days_late)).toEqual([2]);
});
