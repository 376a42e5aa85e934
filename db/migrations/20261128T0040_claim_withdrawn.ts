import { sql, type Kysely } from 'kysely';

/** A use that was granted ends by an officer's word too, with reasons: its holder went beyond it, or never said what became of it (domain 2.6). */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table claim_use
      add withdrawn_by uuid references account (id),
      add withdrawn_because text check (length(btrim(withdrawn_because)) between 20 and 5000),
      add constraint claim_use_withdrawn check (num_nonnulls(withdrawn_by, withdrawn_because) in (0, 2)
        and (withdrawn_by is null or (state = 'ended' and answered_by is not null)));

    create function require_withdrawal_of_claim() returns trigger language plpgsql as $$
    declare holder uuid;
    begin
      select organisation_id into holder from certificate where id = new.certificate_id;
      if old.state <> 'registered' or has_tie(new.withdrawn_by, holder, (new.ended_at at time zone 'UTC')::date)
        or not exists (select 1 from membership where account_id = new.withdrawn_by and role = 'officer') then
        raise exception 'a granted use is taken back by an officer without a tie to the holder'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger claim_use_withdrawal before update on claim_use for each row
      when (new.withdrawn_by is not null and old.withdrawn_by is null)
      execute function require_withdrawal_of_claim();
  `.execute(db);
}
