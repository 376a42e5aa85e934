import { sql, type Kysely } from 'kysely';

/**
 * The application as a questionnaire: versions that never change, answers one by one with their author and every
 * earlier wording kept, so that two people at once lose nothing (domain 2.3).
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table questionnaire_version (
      id text primary key check (id = name || '-' || version),
      name text not null check (name ~ '^[a-z][a-z_]{2,40}$'),
      version integer not null check (version > 0),
      definition jsonb not null check (jsonb_typeof(definition) = 'object'),
      published_at timestamptz not null,
      unique (name, version)
    );
    create trigger questionnaire_version_append_only before update or delete on questionnaire_version
      for each row execute function refuse_change();
    create trigger questionnaire_version_no_truncate before truncate on questionnaire_version execute function refuse_change();

    alter table application add column questionnaire_version_id text references questionnaire_version (id);
    alter table application_copy add column questionnaire_version_id text references questionnaire_version (id);
    create trigger application_questionnaire after update on application for each row
      when (old.questionnaire_version_id is not null) execute function refuse_rewriting('questionnaire_version_id');

    -- Answers of sections as they were before questionnaires were data; read by the conversion alone.
    alter table application_answer rename to application_section_answer;
    alter table application_section_answer rename constraint application_answer_pkey to application_section_answer_pkey;
    drop trigger application_answer_open on application_section_answer;

    create table application_answer (
      application_id uuid not null references application (id),
      question text not null check (question ~ '^[a-z][a-z0-9_]{0,60}$'),
      value jsonb not null,
      revision integer not null check (revision > 0),
      saved_at timestamptz not null,
      saved_by uuid not null references account (id),
      primary key (application_id, question)
    );

    create table application_answer_version (
      application_id uuid not null,
      question text not null,
      revision integer not null,
      value jsonb not null,
      saved_at timestamptz not null,
      saved_by uuid not null references account (id),
      primary key (application_id, question, revision),
      foreign key (application_id, question) references application_answer (application_id, question) on delete cascade
    );

    -- Every wording is kept by the table itself: whoever writes an answer, the one before stays readable.
    create function keep_answer_version() returns trigger language plpgsql as $$
    begin
      if new.revision <> coalesce(old.revision, 0) + 1 then
        raise exception 'answer % goes from revision % to %', new.question, coalesce(old.revision, 0), new.revision
          using errcode = 'integrity_constraint_violation';
      end if;
      insert into application_answer_version (application_id, question, revision, value, saved_at, saved_by)
        values (new.application_id, new.question, new.revision, new.value, new.saved_at, new.saved_by);
      return null;
    end $$;
    create trigger application_answer_kept after insert or update on application_answer
      for each row execute function keep_answer_version();

    create trigger application_answer_open before insert or update or delete on application_answer
      for each row execute function refuse_answers_when_submitted();
    -- Answers go only with a draft that is discarded.
    create function refuse_lost_answer() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from application where id = old.application_id and state = 'discarded') then
        raise exception 'an answer is kept with all it said before' using errcode = 'integrity_constraint_violation';
      end if;
      return old;
    end $$;
    create trigger application_answer_stays before delete on application_answer
      for each row execute function refuse_lost_answer();
    create trigger application_answer_version_stays before delete on application_answer_version
      for each row execute function refuse_lost_answer();
    create trigger application_answer_version_append_only before update on application_answer_version
      for each row execute function refuse_change();

    create function refuse_unbound_questionnaire() returns trigger language plpgsql as $$
    begin
      if old.state = 'draft' and new.state = 'submitted' and new.questionnaire_version_id is null then
        raise exception 'application % says nothing of the questions it answers', new.reference
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger application_bound after update on application for each row execute function refuse_unbound_questionnaire();
  `.execute(db);
}
