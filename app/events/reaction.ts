import type { Kysely } from 'kysely';

import type { Mailer } from '#app/platform/mailer.server.ts';
import type { Sender } from '#app/platform/outbound/sender.server.ts';
import type { Cards } from '#app/platform/payments/cards.ts';
import type { Database } from '#db/client.server.ts';

import type { EventType, Fact } from './catalogue.ts';

/** A network that keeps public answers: where it is told to forget some, what it knows us by, and the door to it. */
export type Network = { purgeUrl: string; headers: Record<string, string>; send?: Sender };

/**
 * What effects work with. `origin` is the address of this installation, without a slash at its end; `cards` is absent
 * where nobody pays by card; `send` is the door to receivers outside; `clock` stands in for the time of day where time is played;
 * `network` is in front of this installation, where one is.
 */
export type Means = {
  db: Kysely<Database>;
  mailer: Mailer;
  origin: string;
  cards?: Cards | undefined;
  send?: Sender;
  network?: Network | undefined;
  clock?: () => Date;
};

/** `targets` names whom an event concerns, one job each; `run` does it for one and may be repeated after a crash. */
export type Effect<T extends EventType> = {
  targets(db: Kysely<Database>, fact: Fact<T>): Promise<string[]>;
  run(fact: Fact<T>, target: string): Promise<void>;
  /** Goes before whatever waits in the queue, such as a night's mails. */
  urgent?: true;
};

export type Reaction = { on: EventType; name: string } & Effect<EventType>;

/**
 * Binds an effect to an event under a name that is stored in rows: never rename one in place. The payload was parsed
 * by the catalogue under this very type, which the compiler cannot follow through the table.
 */
export const on = <T extends EventType>(type: T, name: string, effect: Effect<T>): Reaction => ({
  on: type,
  ...(effect.urgent && { urgent: true as const }),
  name: `${type}/${name}`,
  targets: (db, fact) => (isOf(fact, type) ? effect.targets(db, fact) : Promise.resolve([])),
  run: (fact, target) => (isOf(fact, type) ? effect.run(fact, target) : Promise.resolve()),
});

const isOf = <T extends EventType>(fact: Fact, type: T): fact is Fact<T> => fact.type === type;

/** The message id of a mail that tells of a fact: the same each time it is tried. */
export const messageId = (fact: Pick<Fact, 'id'>, target: string, origin: string) =>
  `<${fact.id}.${target}@${new URL(origin).hostname}>`;
