import { sql, type Kysely } from 'kysely';

/** Applications from draft to decision (domain 2.8 a), their answers, reviews and the registration they lead to. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create sequence application_reference;

    create table application (
      id uuid primary key default gen_random_uuid(),
      reference text not null unique default 'APP-' || lpad(nextval('application_reference')::text, 5, '0'),
      organisation_id uuid not null,
      organisation_kind text not null default 'recruiter' check (organisation_kind = 'recruiter'),
      scheme_version_id text not null references scheme_version (id),
      state text not null,
      started_at timestamptz not null,
      started_by uuid not null references account (id),
      submitted_at timestamptz,
      corridors text[] not null default '{}',
      sectors text[] not null default '{}',
      offices text[] not null default '{}',
      payment_due_on date,
      paid_at timestamptz,
      review_due_on date,
      answer_by date,
      accepted_at timestamptz,
      rejected_at timestamptz,
      audit_body_id uuid,
      audit_body_kind text not null default 'audit_body' check (audit_body_kind = 'audit_body'),
      engaged_at timestamptz,
      audit_started_at timestamptz,
      package_frozen_at timestamptz,
      concluded_at timestamptz,
      ended_at timestamptz,
      foreign key (organisation_id, organisation_kind) references organisation (id, kind),
      foreign key (audit_body_id, audit_body_kind) references organisation (id, kind),
      constraint application_state_shape check ((case state
        when 'draft' then num_nonnulls(submitted_at, payment_due_on, paid_at, accepted_at, rejected_at, engaged_at, ended_at) = 0
        when 'submitted' then submitted_at is not null and num_nonnulls(payment_due_on, paid_at, accepted_at, rejected_at, ended_at) = 0
        when 'awaiting_payment' then num_nonnulls(submitted_at, payment_due_on) = 2 and num_nonnulls(paid_at, accepted_at, rejected_at, ended_at) = 0
        when 'under_review' then num_nonnulls(submitted_at, paid_at, review_due_on) = 3 and num_nonnulls(accepted_at, rejected_at, ended_at) = 0
        when 'deferred' then num_nonnulls(submitted_at, paid_at, answer_by) = 3 and num_nonnulls(accepted_at, rejected_at, ended_at) = 0
        when 'rejected' then num_nonnulls(paid_at, rejected_at) = 2 and num_nonnulls(accepted_at, engaged_at) = 0
        when 'accepted' then num_nonnulls(paid_at, accepted_at) = 2 and num_nonnulls(rejected_at, engaged_at, ended_at) = 0
        when 'engaged' then num_nonnulls(accepted_at, engaged_at, audit_body_id) = 3 and num_nonnulls(audit_started_at, ended_at) = 0
        when 'in_audit' then num_nonnulls(accepted_at, engaged_at, audit_body_id, audit_started_at) = 4 and num_nonnulls(package_frozen_at, concluded_at, ended_at) = 0
        when 'decision_pending' then num_nonnulls(engaged_at, audit_started_at, package_frozen_at) = 3 and num_nonnulls(concluded_at, ended_at) = 0
        when 'certified' then num_nonnulls(accepted_at, package_frozen_at, concluded_at) = 3 and ended_at is null
        when 'refused' then num_nonnulls(accepted_at, package_frozen_at, concluded_at) = 3 and ended_at is null
        when 'withdrawn' then ended_at is not null and concluded_at is null
        when 'lapsed' then ended_at is not null and concluded_at is null
        else false end) is true)
    );
    create unique index application_one_live on application (organisation_id)
      where state not in ('rejected', 'certified', 'refused', 'withdrawn', 'lapsed');
    create index application_state on application (state, submitted_at);
    create index application_organisation on application (organisation_id, started_at desc);
    create index application_audit_body on application (audit_body_id, state);

    create table application_answer (
      application_id uuid not null references application (id),
      section text not null check (section in ('agency', 'licences', 'corridors', 'volumes', 'agents', 'declarations')),
      answers jsonb not null check (jsonb_typeof(answers) = 'object'),
      revision integer not null default 1,
      saved_at timestamptz not null,
      saved_by uuid not null references account (id),
      primary key (application_id, section)
    );

    create table application_document (
      id uuid primary key default gen_random_uuid(),
      application_id uuid not null references application (id),
      kind text not null check (kind in ('licence')),
      filename text not null,
      media_type text not null,
      bytes integer not null check (bytes between 1 and 26214400),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      storage_key text not null,
      uploaded_at timestamptz not null,
      uploaded_by uuid not null references account (id)
    );
    create index application_document_application on application_document (application_id);

    create table application_copy (
      application_id uuid not null references application (id),
      version integer not null,
      language text not null,
      copy jsonb not null,
      submitted_at timestamptz not null,
      primary key (application_id, version)
    );

    create table application_review (
      id uuid primary key default gen_random_uuid(),
      application_id uuid not null references application (id),
      outcome text not null check (outcome in ('deferred', 'rejected', 'accepted')),
      reasons text not null check (length(btrim(reasons)) >= 10),
      decided_by uuid not null references account (id),
      decided_at timestamptz not null
    );
    create index application_review_application on application_review (application_id, decided_at);

    create function refuse_answers_when_submitted() returns trigger language plpgsql as $$
    declare parent uuid := coalesce(new.application_id, old.application_id);
    begin
      if not exists (select 1 from application where id = parent and state in ('draft', 'deferred')) then
        raise exception 'application % is with the scheme: its answers stand as sent', parent
          using errcode = 'integrity_constraint_violation';
      end if;
      return coalesce(new, old);
    end $$;
    create trigger application_answer_open before insert or update or delete on application_answer
      for each row execute function refuse_answers_when_submitted();
    create trigger application_document_open before insert or update or delete on application_document
      for each row execute function refuse_answers_when_submitted();
    create trigger application_copy_append_only before update or delete on application_copy
      for each row execute function refuse_change();
    create trigger application_review_append_only before update or delete on application_review
      for each row execute function refuse_change();

    create trigger application_copy_no_truncate before truncate on application_copy execute function refuse_change();
    create trigger application_review_no_truncate before truncate on application_review execute function refuse_change();

    create sequence registration_sequence;

    create table registration (
      organisation_id uuid primary key references organisation (id),
      number text not null unique check (number ~ '^LRN[0-9]{8,14}$'),
      application_id uuid not null references application (id),
      accepted_on date not null,
      trading_names text[] not null default '{}',
      delisted_on date
    );

    create table registration_licence (
      organisation_id uuid not null references registration (organisation_id),
      authority text not null,
      number text not null,
      valid_until date not null,
      primary key (organisation_id, authority, number)
    );
  `.execute(db);
}
