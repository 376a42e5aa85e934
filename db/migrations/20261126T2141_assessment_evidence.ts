import { sql, type Kysely } from 'kysely';

/** Documents that show what was found for an indicator: the recruiter's own, and photos the team took. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table document drop constraint document_subject_kind_check,
      add constraint document_subject_kind_check check (subject_kind in ('application', 'licence', 'partner', 'audit'));

    -- What the team photographs is its audit body's, never the recruiter's to read.
    create function require_document_of_team() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from audit a join audit_team_member m on m.audit_id = a.id and m.account_id = new.added_by
        where a.id = new.subject_id and a.audit_body_id = new.organisation_id) then
        raise exception 'a document of an audit is its team''s and its audit body''s' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger document_of_team before insert on document for each row when (new.subject_kind = 'audit')
      execute function require_document_of_team();

    create table assessment_evidence (
      audit_id uuid not null references audit (id),
      scheme_version_id text not null,
      indicator_code text not null,
      document_id uuid not null references document (id),
      -- The device's own count, for photos: shown in that order.
      seq integer check (seq > 0),
      attached_at timestamptz not null,
      attached_by uuid not null references account (id),
      primary key (audit_id, indicator_code, document_id),
      foreign key (scheme_version_id, indicator_code) references indicator (scheme_version_id, code)
    );
    create index assessment_evidence_document on assessment_evidence (document_id);

    create function require_evidence_of_audit() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from document d join audit a on a.id = new.audit_id where d.id = new.document_id
        and case when d.subject_kind = 'audit' then d.subject_id = a.id else d.organisation_id = a.organisation_id end) then
        raise exception 'an audit rests on photos of its team and documents of its recruiter'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger assessment_evidence_of_audit before insert on assessment_evidence
      for each row execute function require_evidence_of_audit();
    create trigger assessment_evidence_open before insert or delete on assessment_evidence
      for each row execute function refuse_outside_fieldwork();
    create trigger assessment_evidence_stands before update on assessment_evidence for each row execute function refuse_change();
    create function refuse_photo_let_go() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from document d where d.id = old.document_id and d.subject_kind = 'audit') then
        raise exception 'a photo stays with the indicator it was taken for' using errcode = 'integrity_constraint_violation';
      end if;
      return old;
    end $$;
    create trigger assessment_evidence_photos_stay before delete on assessment_evidence
      for each row execute function refuse_photo_let_go();
    create trigger assessment_evidence_no_truncate before truncate on assessment_evidence execute function refuse_change();
  `.execute(db);
}
