import { sql, type Kysely } from 'kysely';

/** Evidence holds no file of its own any more; the document it names is its recruiter's, sent for it, and stands. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table finding_evidence drop constraint evidence_file_whole, drop column filename, drop column media_type,
      drop column bytes, drop column storage_key,
      add constraint evidence_document_whole check (num_nonnulls(document_id, document_version, sha256) in (0, 3)),
      add constraint evidence_document_once unique (document_id),
      add constraint evidence_document_content foreign key (document_id, document_version, sha256)
        references document_version (document_id, version, sha256);

    create function require_document_of_recruiter() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from finding f join membership m on m.organisation_id = f.organisation_id and m.role = 'recruiter'
        and m.account_id = new.added_by where f.id = new.subject_id and f.organisation_id = new.organisation_id) then
        raise exception 'evidence of a correction is sent by the people the finding was issued to'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger document_of_finding before insert on document for each row when (new.subject_kind = 'finding')
      execute function require_document_of_recruiter();
    create trigger document_of_finding_stands before update on document for each row when (old.subject_kind = 'finding')
      execute function refuse_change();
    create function refuse_second_version_of_evidence() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from document where id = new.document_id and subject_kind = 'finding') then
        raise exception 'what was sent as evidence stands: other evidence is a round of its own'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger document_version_of_finding before insert on document_version for each row when (new.version > 1)
      execute function refuse_second_version_of_evidence();

    create function require_evidence_of_finding() returns trigger language plpgsql as $$
    begin
      if new.document_id is not null and not exists (select 1 from document
        where id = new.document_id and subject_kind = 'finding' and subject_id = new.finding_id) then
        raise exception 'evidence names the document that was sent for its finding' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger finding_evidence_of_finding before insert or update on finding_evidence
      for each row execute function require_evidence_of_finding();
  `.execute(db);
}
