import { sql, type Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import { rhythms } from '../model.ts';
import { isDigestDay } from '../rules.ts';

type House = { db: Kysely<Database>; now: Date };

/**
 * Makes a mail for each person to whom something waits and whose day it is, and queues it with the same breath: run
 * twice, it finds nothing waiting. What waits for somebody who wants no mails any more, or left, is not mailed.
 */
export async function makeDigests({ db, now }: House) {
  const due = rhythms.filter((rhythm) => rhythm === 'at_once' || isDigestDay(rhythm, now));
  await sql`
    with waiting as materialized (
      select item.notice_id, item.account_id, notice.company_id from watch_mail_notice item
      join watch_notice notice on notice.id = item.notice_id
      join watch_rhythm r on r.company_id = notice.company_id and r.account_id = item.account_id and r.rhythm = any (${due}::text[])
      where item.mail_id is null and exists (select 1 from membership m
        where m.account_id = item.account_id and m.organisation_id = notice.company_id and m.role = 'company')
      for update of item skip locked),
    mailed as (
      insert into watch_mail (company_id, account_id, made_at)
      select distinct company_id, account_id, ${now}::timestamptz from waiting returning id, company_id, account_id),
    listed as (
      update watch_mail_notice item set mail_id = mailed.id from mailed, waiting
      where waiting.company_id = mailed.company_id and waiting.account_id = mailed.account_id
        and item.notice_id = waiting.notice_id and item.account_id = waiting.account_id)
    select graphile_worker.add_jobs(array(
      select row('mail-watcher', json_build_object('mail', id), null, null, 20, null, null, null)::graphile_worker.job_spec from mailed))`.execute(
    db,
  );
}
