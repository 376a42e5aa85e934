import { sql, type Kysely } from 'kysely';

/** A misuse proposes an audit of its own certificate, or of the one that stands in its place (domain 2.6, 2.8 b). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create or replace function require_proposal_of_holder() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from claim_misuse m
          where m.id = new.misuse_id and m.certificate_id in (select certificates_before(new.certificate_id))) then
        raise exception 'a misuse proposes an audit of its own certificate, or of the one in its place'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);
}
