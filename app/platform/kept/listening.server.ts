import pg from 'pg';

import { log } from '../operation/log.server.ts';

/** The word of the database that something the register says has changed (migration `register_told`). */
const channel = 'register_changed';
const pulse = { everyMs: 500, withinMs: 1000 };

/** What is heard: `deaf` when the line is lost, until `hearing` says that it stands again. */
export type Ear = { hearing: () => void; changed: () => void; deaf: () => void };

/**
 * Listens on a connection of its own. That it still stands is asked twice a second: a line that was cut says nothing, and whoever
 * hears nothing would keep what is wrong by now. Returns the stop.
 */
export function listenForChanges(url: string, ear: Ear) {
  let stopped = false;
  let current: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const again = () => {
    if (!stopped) timer = setTimeout(() => void begin(), pulse.everyMs).unref();
  };
  const lose = (client: pg.Client) => {
    if (client !== current) return;
    current = undefined;
    ear.deaf();
    void client.end().catch(() => undefined);
    again();
  };
  async function begin() {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5000,
      query_timeout: pulse.withinMs,
      application_name: 'fairroute-register',
    });
    current = client;
    client.on('error', () => lose(client)).on('end', () => lose(client));
    client.on('notification', () => ear.changed());
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      if (client !== current) return;
      ear.hearing();
      await beat(client);
    } catch (error) {
      if (!stopped) log.debug({ err: error }, 'nobody tells of changes of the register');
      lose(client);
    }
  }
  async function beat(client: pg.Client) {
    while (client === current && !stopped) {
      await new Promise((resolve) => setTimeout(resolve, pulse.everyMs).unref());
      if (client === current && !stopped) await client.query('select 1');
    }
  }
  void begin();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    const client = current;
    current = undefined;
    ear.deaf();
    await client?.end().catch(() => undefined);
  };
}
