// What the phone keeps: the last known day, and conversations that are not sent yet. In IndexedDB, so that it
// outlives the app being closed; removed at sign-out.
import type { Schemas } from "../api/client";

export type Day = Schemas["MyDay"];
export type DayPerson = Schemas["DayPerson"];
export type DayDrive = Schemas["DayDrive"];
export type NewConversation = Schemas["NewConversation"];

/** Whose: a user in a workspace. Nothing of one is ever shown to, or sent as, another. */
export type Owner = string;

export interface KeptDay {
  owner: Owner;
  name: string;
  time_zone: string;
  day: Day;
  /** When it was asked for, in milliseconds. */
  at: number;
}

export interface Waiting {
  /** The conversation's client_key. */
  key: string;
  owner: Owner;
  /** The person's name, to say which one. */
  name: string;
  body: NewConversation;
  saved_at: number;
  /** Why the server refused it; absent while it is to be sent. */
  refused?: string;
}

/** The queue's and the day's place: IndexedDB in the app, a map in tests. */
export interface PhoneStore {
  day(): Promise<KeptDay | undefined>;
  keepDay(day: KeptDay): Promise<void>;
  waiting(): Promise<Waiting[]>;
  put(waiting: Waiting): Promise<void>;
  remove(key: string): Promise<void>;
  forgetDay(): Promise<void>;
  forgetEverything(): Promise<void>;
}

const done = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error("IndexedDB"));
  });

/** Resolves when what was written is on the phone, not merely accepted. */
const written = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("IndexedDB"));
  });

export function openPhoneStore(): PhoneStore {
  let opened: Promise<IDBDatabase> | undefined;
  const open = () =>
    (opened ??= new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open("wallchart-talk", 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("day");
        asked.result.createObjectStore("waiting", { keyPath: "key" });
      };
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error("IndexedDB"));
    }));
  const read = async <T>(name: string, ask: (store: IDBObjectStore) => IDBRequest<T>) =>
    done(ask((await open()).transaction(name).objectStore(name)));
  const write = async (name: string, act: (store: IDBObjectStore) => void) => {
    const transaction = (await open()).transaction(name, "readwrite", { durability: "strict" });
    act(transaction.objectStore(name));
    await written(transaction);
  };
  return {
    day: () =>
      read<KeptDay | undefined>("day", (store) => store.get("day") as IDBRequest<KeptDay | undefined>),
    keepDay: (day) => write("day", (store) => void store.put(day, "day")),
    waiting: () => read("waiting", (store) => store.getAll() as IDBRequest<Waiting[]>),
    put: (waiting) => write("waiting", (store) => void store.put(waiting)),
    remove: (key) => write("waiting", (store) => void store.delete(key)),
    forgetDay: () => write("day", (store) => void store.clear()),
    forgetEverything: async () => {
      await write("day", (store) => void store.clear());
      await write("waiting", (store) => void store.clear());
    },
  };
}
