import { sql, type Kysely } from 'kysely';

/**
 * Complaints of workers (domain 5.4). What somebody wrote is sealed under a key of its own case that the database does
 * not hold; here stand its state and clock, who may open it, who did, and what was decided.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create domain sealed_text as text check (value ~ '^[A-Za-z0-9_-]+[.][.][A-Za-z0-9_-]{16}[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]{22}$');

    create table complaint (
      id uuid primary key,
      number text not null unique check (number ~ '^[0-9]{4}-[0-9]{4}$'),
      passphrase_hash text not null check (passphrase_hash like '$argon2id$%'),
      language text not null check (language ~ '^[a-z]{2}$'),
      state text not null default 'received' check (state in ('received', 'safety_triage', 'acknowledged', 'admissibility',
        'routed', 'investigating', 'finding', 'remedy_agreed', 'remedy_delivered', 'confirmed_by_worker', 'closed', 'monitored',
        'withdrawn', 'inadmissible', 'appealed')),
      danger boolean not null,
      child boolean not null,
      reprisal boolean not null default false,
      severe boolean not null default false,
      -- Keyed digests, of what was first sent and of whom it names: the same again is known, and neither can be read.
      sent_mark bytea not null check (length(sent_mark) = 32),
      about_mark bytea check (length(about_mark) = 32),
      -- What stands in the public log: a salted hash, whose salt is sealed.
      leaf bytea not null unique check (length(leaf) = 32),
      organisation_id uuid references registration (organisation_id),
      caseworker_id uuid references account (id),
      received_at timestamptz not null,
      since timestamptz not null,
      due_at timestamptz,
      late_told_at timestamptz,
      erase_on date,
      erased_at timestamptz,
      constraint complaint_times check (since >= received_at and due_at >= since),
      constraint complaint_clock check ((due_at is null) = (state in ('closed', 'withdrawn', 'inadmissible'))),
      constraint complaint_kept_until check ((erase_on is null) or state in ('closed', 'monitored', 'withdrawn', 'inadmissible')),
      constraint complaint_erased check (erased_at is null or erase_on is not null)
    );
    -- The queue: whoever is in danger first, then by clock.
    create index complaint_queue on complaint ((danger or child or reprisal) desc, due_at, id)
      where state not in ('closed', 'withdrawn', 'inadmissible');
    create index complaint_about on complaint (about_mark, received_at) where about_mark is not null;
    create index complaint_received on complaint (received_at);
    create index complaint_organisation on complaint (organisation_id) where organisation_id is not null;
    create index complaint_caseworker on complaint (caseworker_id) where caseworker_id is not null;
    create index complaint_to_erase on complaint (erase_on) where erased_at is null;
    comment on table complaint is 'Complaints of workers. Never who complains, nor what was said: that is sealed, in complaint_entry.';

    create trigger complaint_identity after update on complaint for each row execute function refuse_rewriting('id', 'number',
      'language', 'sent_mark', 'about_mark', 'leaf', 'received_at', 'passphrase_hash');
    create trigger complaint_step after update on complaint for each row execute function refuse_step('state',
      'received>safety_triage', 'safety_triage>acknowledged', 'acknowledged>admissibility', 'admissibility>routed',
      'admissibility>inadmissible', 'routed>admissibility', 'routed>investigating', 'investigating>finding',
      'finding>remedy_agreed', 'finding>closed', 'remedy_agreed>remedy_delivered', 'remedy_delivered>remedy_agreed',
      'remedy_delivered>confirmed_by_worker', 'remedy_delivered>closed', 'confirmed_by_worker>closed', 'closed>monitored',
      'monitored>safety_triage', 'inadmissible>appealed', 'closed>appealed', 'monitored>appealed', 'appealed>admissibility',
      'appealed>investigating', 'appealed>inadmissible', 'appealed>closed',
      'received>withdrawn', 'safety_triage>withdrawn', 'acknowledged>withdrawn', 'admissibility>withdrawn', 'routed>withdrawn',
      'investigating>withdrawn', 'finding>withdrawn', 'remedy_agreed>withdrawn', 'remedy_delivered>withdrawn',
      'confirmed_by_worker>withdrawn', 'appealed>withdrawn');
    create trigger complaint_kept before delete on complaint for each row execute function refuse_change();
    create trigger complaint_no_truncate before truncate on complaint execute function refuse_change();

    -- Everything anybody wrote, each piece by itself. Nobody who wrote without an account is named: written_by is null.
    create table complaint_entry (
      id uuid primary key default gen_random_uuid(),
      complaint_id uuid not null references complaint (id),
      kind text not null check (kind in ('account', 'section', 'message', 'answer', 'translation', 'note', 'disclosure', 'response')),
      section text check (section in ('about_you', 'what_was_done', 'payments', 'where', 'outcome', 'contact', 'consents', 'files')),
      -- What a translation translates, or a response answers.
      of_entry uuid,
      sealed sealed_text not null,
      written_at timestamptz not null,
      written_by uuid references account (id),
      constraint complaint_entry_of_case unique (complaint_id, id),
      foreign key (complaint_id, of_entry) references complaint_entry (complaint_id, id),
      constraint complaint_entry_section check ((kind = 'section') = (section is not null)),
      constraint complaint_entry_of check ((kind in ('translation', 'response')) = (of_entry is not null)),
      -- Its reporter tells and writes; everything else is the work of somebody with an account.
      constraint complaint_entry_author check ((kind in ('account', 'section', 'message')) = (written_by is null))
    );
    create index complaint_entry_case on complaint_entry (complaint_id, written_at);
    create trigger complaint_entry_stands before update on complaint_entry for each row execute function refuse_change();
    create trigger complaint_entry_no_truncate before truncate on complaint_entry execute function refuse_change();

    -- A photo or a voice message, sealed before it is stored.
    create table complaint_file (
      id uuid primary key default gen_random_uuid(),
      complaint_id uuid not null references complaint (id),
      storage_key text not null unique,
      media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'audio/mpeg', 'audio/mp4',
        'audio/ogg', 'audio/wav', 'audio/webm')),
      bytes integer not null check (bytes between 1 and 26214400),
      added_at timestamptz not null
    );
    create index complaint_file_case on complaint_file (complaint_id, added_at);
    create trigger complaint_file_stands before update on complaint_file for each row execute function refuse_change();
    create trigger complaint_file_no_truncate before truncate on complaint_file execute function refuse_change();

    -- What was written goes when its time has come, and never before.
    create function refuse_early_erasure() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from complaint where id = old.complaint_id and erase_on <= (now() at time zone 'UTC')::date) then
        raise exception '%: kept until its time has come', tg_table_name using errcode = 'integrity_constraint_violation';
      end if;
      return old;
    end $$;
    create trigger complaint_entry_kept before delete on complaint_entry for each row execute function refuse_early_erasure();
    create trigger complaint_file_kept before delete on complaint_file for each row execute function refuse_early_erasure();

    -- With whom it may be shared: the last word counts, each party by itself.
    create table complaint_consent (
      complaint_id uuid not null references complaint (id),
      party text not null check (party in ('recruiter', 'employer', 'authority', 'audit_body', 'organisation', 'statistics')),
      position integer not null check (position >= 1),
      given boolean not null,
      said_at timestamptz not null,
      primary key (complaint_id, party, position)
    );
    create trigger complaint_consent_stands before update or delete on complaint_consent for each row execute function refuse_change();
    create trigger complaint_consent_no_truncate before truncate on complaint_consent execute function refuse_change();

    create function consents_to(complaint uuid, asked text) returns boolean language sql stable as $$
      select coalesce((select given from complaint_consent c where c.complaint_id = complaint and c.party = asked
        order by position desc limit 1), false)
    $$;

    -- What became of it, step by step, with reasons. Nobody is named where its reporter, or a clock, took the step.
    create table complaint_decision (
      id uuid primary key default gen_random_uuid(),
      complaint_id uuid not null references complaint (id),
      position integer not null check (position >= 1),
      from_state text not null,
      to_state text not null,
      decided_at timestamptz not null,
      decided_by uuid references account (id),
      reasons sealed_text,
      -- Where it was passed to, and whether a life or a child in danger stood in for consent.
      routed_to text check (routed_to in ('recruiter', 'audit_body', 'scheme', 'authority', 'organisation')),
      by_necessity boolean not null default false,
      outcome text check (outcome in ('substantiated', 'partly_substantiated', 'not_substantiated', 'unresolved')),
      constraint complaint_decision_once unique (complaint_id, position),
      constraint complaint_decision_reasons check ((decided_by is null) = (reasons is null)),
      constraint complaint_decision_route check ((to_state = 'routed') = (routed_to is not null)),
      constraint complaint_decision_outcome check ((to_state = 'finding') = (outcome is not null)),
      constraint complaint_decision_necessity check (not by_necessity or routed_to = 'authority'),
      -- What a worker alone can say: that the remedy came, that it is taken back.
      constraint complaint_decision_own check (to_state <> 'confirmed_by_worker' or decided_by is null)
    );
    create trigger complaint_decision_stands before update or delete on complaint_decision for each row execute function refuse_change();
    create trigger complaint_decision_no_truncate before truncate on complaint_decision execute function refuse_change();

    create function require_decision_of_complaint() returns trigger language plpgsql as $$
    begin
      if new.by_necessity and not exists (select 1 from complaint where id = new.complaint_id and (danger or child)) then
        raise exception 'without consent only where a life or a child is in danger' using errcode = 'integrity_constraint_violation';
      end if;
      if new.routed_to in ('recruiter', 'audit_body', 'authority', 'organisation') and not new.by_necessity
        and not consents_to(new.complaint_id, new.routed_to) then
        raise exception 'a complaint is passed to % with consent alone', new.routed_to using errcode = 'integrity_constraint_violation';
      end if;
      if new.decided_by is not null and not may_open_complaint(new.decided_by, new.complaint_id, new.decided_at) then
        raise exception 'decided by whoever may open it' using errcode = 'integrity_constraint_violation';
      end if;
      -- An appeal is decided by somebody who had no part in it before (domain 2.6).
      if new.from_state = 'appealed' and exists (select 1 from complaint_decision d where d.complaint_id = new.complaint_id
          and d.decided_by = new.decided_by and d.to_state in ('inadmissible', 'finding', 'closed')) then
        raise exception 'an appeal is looked at by somebody else' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;

    -- Break-glass: somebody else's case is opened by two, for a day, with reasons.
    create table complaint_access (
      id uuid primary key default gen_random_uuid(),
      complaint_id uuid not null references complaint (id),
      asked_by uuid not null references account (id),
      asked_at timestamptz not null,
      reason text not null check (length(btrim(reason)) between 20 and 2000),
      answered_by uuid references account (id),
      answered_at timestamptz,
      granted boolean,
      until_at timestamptz,
      constraint complaint_access_by_two check (answered_by <> asked_by),
      constraint complaint_access_answer check (num_nonnulls(answered_by, answered_at, granted) in (0, 3)
        and (granted is true) = (until_at is not null) and until_at <= answered_at + interval '24 hours')
    );
    create unique index complaint_access_open on complaint_access (complaint_id, asked_by) where answered_at is null;
    create index complaint_access_case on complaint_access (complaint_id);
    create trigger complaint_access_identity after update on complaint_access for each row
      execute function refuse_rewriting('id', 'complaint_id', 'asked_by', 'asked_at', 'reason');
    create trigger complaint_access_answered after update on complaint_access for each row when (old.answered_at is not null)
      execute function refuse_rewriting();
    create trigger complaint_access_kept before delete on complaint_access for each row execute function refuse_change();
    create trigger complaint_access_no_truncate before truncate on complaint_access execute function refuse_change();

    create function require_two_for_complaint() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from membership where account_id = new.asked_by and role = 'caseworker')
        or (new.answered_by is not null and not exists (select 1 from membership where account_id = new.answered_by
          and role in ('caseworker', 'officer'))) then
        raise exception 'asked by a caseworker, and answered by another person of the scheme' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger complaint_access_people before insert or update on complaint_access
      for each row execute function require_two_for_complaint();

    -- Who may open it at a moment: its caseworker, or who was let in by a second person; never who is tied to the recruiter.
    create function may_open_complaint(person uuid, complaint uuid, at timestamptz) returns boolean language sql stable as $$
      select exists (select 1 from membership where account_id = person and role = 'caseworker')
        and exists (select 1 from complaint c where c.id = complaint
          and (c.organisation_id is null or not has_tie(person, c.organisation_id, (at at time zone 'UTC')::date))
          and (c.caseworker_id = person or exists (select 1 from complaint_access a where a.complaint_id = c.id
            and a.asked_by = person and a.granted and at between a.answered_at and a.until_at)))
    $$;
    create trigger complaint_decision_ground before insert on complaint_decision
      for each row execute function require_decision_of_complaint();

    -- Every opening of what was sealed.
    create table complaint_reading (
      id uuid primary key default gen_random_uuid(),
      complaint_id uuid not null references complaint (id),
      account_id uuid not null references account (id),
      read_at timestamptz not null
    );
    create index complaint_reading_case on complaint_reading (complaint_id, read_at);
    create trigger complaint_reading_stands before update or delete on complaint_reading for each row execute function refuse_change();
    create trigger complaint_reading_no_truncate before truncate on complaint_reading execute function refuse_change();
    create function require_right_to_read_complaint() returns trigger language plpgsql as $$
    begin
      if not may_open_complaint(new.account_id, new.complaint_id, new.read_at) then
        raise exception 'this case is not theirs to open' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger complaint_reading_by_right before insert on complaint_reading
      for each row execute function require_right_to_read_complaint();

    create function require_writer_of_complaint() returns trigger language plpgsql as $$
    begin
      if new.written_by is not null and new.kind <> 'response'
        and not may_open_complaint(new.written_by, new.complaint_id, new.written_at) then
        raise exception 'written by whoever may open it' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger complaint_entry_by_right before insert on complaint_entry
      for each row execute function require_writer_of_complaint();

    -- Its caseworker is one, and not tied to whom it is about.
    create function require_caseworker_of_complaint() returns trigger language plpgsql as $$
    begin
      if new.caseworker_id is not null and (not exists (select 1 from membership where account_id = new.caseworker_id and role = 'caseworker')
        or (new.organisation_id is not null and has_tie(new.caseworker_id, new.organisation_id))) then
        raise exception 'a case is a caseworker''s, without a tie to the recruiter' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger complaint_caseworker before insert or update on complaint for each row
      when (new.caseworker_id is not null) execute function require_caseworker_of_complaint();

    -- No state without the decision that made it; looked at when everything is written.
    create function require_decision_behind_complaint() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from complaint_decision where complaint_id = new.id and from_state = old.state
          and to_state = new.state and decided_at = new.since)
        and exists (select 1 from complaint where id = new.id and state = new.state) then
        raise exception 'complaint %: % without a decision', new.number, new.state using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger complaint_is_decided after update on complaint deferrable initially deferred
      for each row when (old.state is distinct from new.state) execute function require_decision_behind_complaint();
    create function require_received_complaint() returns trigger language plpgsql as $$
    begin
      if new.state <> 'received' or new.caseworker_id is not null or new.organisation_id is not null or new.erase_on is not null then
        raise exception 'a complaint begins as received' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger complaint_begins before insert on complaint for each row execute function require_received_complaint();
  `.execute(db);
}
