import { sql, type Kysely } from 'kysely';

/** What shows a misuse of a certificate is a document: its recorder's alone to add, until it is a finding, and it stands. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table document drop constraint document_subject_kind_check, add constraint document_subject_kind_check
      check (subject_kind in ('application', 'licence', 'partner', 'audit', 'finding', 'misuse'));

    create function require_document_of_recorder() returns trigger language plpgsql as $$
    declare misuse claim_misuse;
    begin
      -- Held as by whoever raises it: nothing is added to what is a finding by now.
      select * into misuse from claim_misuse where id = new.subject_id for update;
      if misuse.id is null or misuse.recorded_by <> new.added_by or (case when misuse.audit_id is null
          then not exists (select 1 from membership where account_id = new.added_by and organisation_id = new.organisation_id
            and role = 'officer')
          else not exists (select 1 from audit a join audit_team_member m on m.audit_id = a.id and m.account_id = new.added_by
            where a.id = misuse.audit_id and a.audit_body_id = new.organisation_id) end) then
        raise exception 'what shows a misuse is added by whoever recorded it' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from certificate c where c.id = misuse.certificate_id
          and has_tie(new.added_by, c.organisation_id, (new.added_at at time zone 'UTC')::date)) then
        raise exception 'what shows a misuse is added by somebody without a tie to the holder'
          using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from finding_of_misuse where misuse_id = misuse.id) then
        raise exception 'a misuse that is a finding stands with what showed it' using errcode = 'integrity_constraint_violation';
      end if;
      if (select count(*) from document where subject_kind = 'misuse' and subject_id = misuse.id) >= 20 then
        raise exception 'twenty files show a misuse at most' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger document_of_misuse before insert on document for each row when (new.subject_kind = 'misuse')
      execute function require_document_of_recorder();
    create trigger document_of_misuse_stands before update on document for each row when (old.subject_kind = 'misuse')
      execute function refuse_change();

    create or replace function refuse_second_version_of_evidence() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from document where id = new.document_id and subject_kind in ('finding', 'misuse')) then
        raise exception 'what was sent as evidence stands: other evidence is a round of its own'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
  `.execute(db);
}
