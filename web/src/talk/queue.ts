// Conversations on their way to the server: saved first, sent after, each counted once by its key.
import { type ApiError, isKind } from "../api/error";
import type { NewConversation, Owner, PhoneStore, Waiting } from "./phone_store";

export interface Sent {
  key: string;
  person_id: string;
  conversation_id: string;
  name: string;
}

interface Answer {
  conversation: { id: string; person_id: string };
}

export interface Server {
  post(body: NewConversation): Promise<Answer>;
  takeBack(person: string, conversation: string): Promise<void>;
}

export interface QueueState {
  waiting: Waiting[];
  sending: boolean;
  /** The last conversation logged here, which can be undone. */
  last?: { key: string; name: string };
}

/** 16 random bytes in hexadecimal. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );

export class Queue {
  private state: QueueState = { waiting: [], sending: false };
  private sent = new Map<string, Sent>();
  private listeners = new Set<() => void>();
  private running?: Promise<void>;

  constructor(
    private readonly store: PhoneStore,
    private readonly server: Server,
    private readonly owner: Owner,
  ) {}

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  current = () => this.state;

  private set(change: Partial<QueueState>) {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((tell) => tell());
  }

  private async reload() {
    const all = await this.store.waiting();
    this.set({
      waiting: all.filter((one) => one.owner === this.owner).sort((a, b) => a.saved_at - b.saved_at),
    });
  }

  async start() {
    await this.reload();
    void this.send();
  }

  /** Resolves when the conversation is safe on the phone; sending goes on by itself. */
  async log(body: NewConversation, name: string) {
    await this.store.put({ key: body.client_key, owner: this.owner, name, body, saved_at: Date.now() });
    this.set({ last: { key: body.client_key, name } });
    await this.reload();
    void this.send();
  }

  /** Sends what waits, in the order of the talks; stops where there is no signal. One run at a time. */
  send(): Promise<void> {
    return (this.running ??= this.run().finally(() => {
      this.running = undefined;
    }));
  }

  private async run() {
    this.set({ sending: true });
    try {
      for (;;) {
        const next = this.state.waiting.find((one) => !one.refused);
        if (!next) return;
        try {
          const answer = await this.server.post(next.body);
          this.sent.set(next.key, {
            key: next.key,
            person_id: answer.conversation.person_id,
            conversation_id: answer.conversation.id,
            name: next.name,
          });
          await this.store.remove(next.key);
        } catch (error) {
          const final = (["invalid", "not_found", "forbidden", "conflict"] as const).some((kind) =>
            isKind(error, kind),
          );
          // No signal, a busy server, or signed out: it waits. What the server refuses is told, and kept.
          if (!final) return;
          await this.store.put({ ...next, refused: refusal(error as ApiError) });
        }
        await this.reload();
      }
    } finally {
      this.set({ sending: false });
    }
  }

  /** Takes the last one back: from the phone if it is still here, from the server if not. */
  async undo() {
    const last = this.state.last;
    if (!last) return;
    await this.running;
    const sent = this.sent.get(last.key);
    if (sent) await this.server.takeBack(sent.person_id, sent.conversation_id);
    else await this.store.remove(last.key);
    this.set({ last: undefined });
    await this.reload();
  }

  /** Tries a refused one again. */
  async again(key: string) {
    const one = this.state.waiting.find((waiting) => waiting.key === key);
    if (!one) return;
    const rest = { ...one };
    delete rest.refused;
    await this.store.put(rest);
    await this.reload();
    void this.send();
  }

  async discard(key: string) {
    await this.store.remove(key);
    await this.reload();
  }

  forgetLast() {
    this.set({ last: undefined });
  }
}

const refusal = (error: ApiError) => [error.message, ...error.fields.map((field) => field.message)].join(" ");
