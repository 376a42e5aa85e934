import { sql, type Kysely } from 'kysely';

/**
 * Interviews of workers. What identifies somebody, and what they said, is here only as ciphertext (JWE, A256GCM) under a
 * key the database does not hold; its team alone writes, and every reading is kept.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- Compact JWE with a direct key: header, no key, 96 bits of nonce, words, 128 bits of tag. Nothing else fits.
    create function is_sealed(words text) returns boolean language sql immutable as $$
      select words ~ '^[A-Za-z0-9_-]+[.][.][A-Za-z0-9_-]{16}[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]{22}$'
        and convert_from(decode(rpad(translate(split_part(words, '.', 1), '-_', '+/'),
          ((length(split_part(words, '.', 1)) + 3) / 4) * 4, '='), 'base64'), 'utf8')::jsonb @> '{"alg":"dir","enc":"A256GCM"}'
    $$;

    create table worker_interview (
      id uuid primary key,
      audit_id uuid not null references audit (id),
      -- Drawn at random, so that it tells neither who was first nor how many there are.
      pseudonym text not null check (pseudonym ~ '^W-[0-9]{2,3}$'),
      corridor text not null check (corridor ~ '^[A-Z]{2}-[A-Z]{2}$'),
      sector text not null check (sector ~ '^[A-U]$'),
      sex text not null check (sex in ('female', 'male', 'other')),
      stage text not null check (stage in ('pre_departure', 'first_months', 'later', 'returned')),
      reached text not null check (reached in ('without_recruiter', 'through_recruiter')),
      outcome text not null check (outcome in ('open', 'done', 'refused', 'unreachable')),
      -- Name and telephone number, sealed.
      identity text check (is_sealed(identity)),
      identity_destroyed_at timestamptz,
      recorded_at timestamptz not null,
      recorded_by uuid not null references account (id),
      concluded_at timestamptz,
      concluded_by uuid references account (id),
      unique (audit_id, pseudonym),
      unique (id, audit_id),
      constraint worker_interview_destroyed check (identity is null or identity_destroyed_at is null),
      constraint worker_interview_concluded check ((outcome = 'open') = (concluded_at is null)
        and (concluded_at is null) = (concluded_by is null))
    );

    create table worker_interview_notes (
      interview_id uuid not null,
      audit_id uuid not null,
      revision integer not null check (revision > 0),
      notes text not null check (is_sealed(notes)),
      written_at timestamptz not null,
      written_by uuid not null references account (id),
      primary key (interview_id, revision),
      foreign key (interview_id, audit_id) references worker_interview (id, audit_id)
    );

    create table worker_interview_reading (
      id uuid primary key default gen_random_uuid(),
      interview_id uuid not null,
      audit_id uuid not null,
      account_id uuid not null references account (id),
      read_at timestamptz not null,
      foreign key (interview_id, audit_id) references worker_interview (id, audit_id)
    );
    create index worker_interview_reading_interview on worker_interview_reading (interview_id, read_at);

    -- Argument: the column of who does it.
    create function require_interviewer() returns trigger language plpgsql as $$
    declare person uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
    begin
      if person is not null and not exists (select 1 from audit_team_member m
        where m.audit_id = new.audit_id and m.account_id = person) then
        raise exception 'only the audit team knows its interviews' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger worker_interview_of_team before insert on worker_interview
      for each row execute function require_interviewer('recorded_by');
    create trigger worker_interview_concluded_by_team before update of concluded_by on worker_interview
      for each row execute function require_interviewer('concluded_by');
    create trigger worker_interview_notes_of_team before insert on worker_interview_notes
      for each row execute function require_interviewer('written_by');
    create trigger worker_interview_reading_of_team before insert on worker_interview_reading
      for each row execute function require_interviewer('account_id');

    -- Nothing is recorded outside fieldwork; an identity may be destroyed at any time.
    create trigger worker_interview_begun_in_fieldwork before insert on worker_interview
      for each row execute function refuse_outside_fieldwork();
    create trigger worker_interview_in_fieldwork before update on worker_interview for each row
      when (new.outcome <> old.outcome or (new.identity is distinct from old.identity and new.identity is not null))
      execute function refuse_outside_fieldwork();
    create trigger worker_interview_notes_in_fieldwork before insert on worker_interview_notes
      for each row execute function refuse_outside_fieldwork();

    create trigger worker_interview_step after update on worker_interview for each row execute function refuse_step('outcome',
      'open>done', 'open>refused', 'open>unreachable', 'unreachable>done', 'unreachable>refused');
    create trigger worker_interview_stands after update on worker_interview for each row execute function
      refuse_rewriting('id', 'audit_id', 'pseudonym', 'corridor', 'sector', 'sex', 'stage', 'reached', 'recorded_at', 'recorded_by');
    create trigger worker_interview_stays_destroyed after update on worker_interview for each row
      when (old.identity_destroyed_at is not null) execute function refuse_rewriting('identity_destroyed_at');

    create function require_notes_of_interview() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from worker_interview_notes n where n.interview_id = new.id) then
        raise exception 'interview %: what is done has notes', new.pseudonym using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger worker_interview_has_notes after insert or update on worker_interview for each row
      when (new.outcome = 'done') execute function require_notes_of_interview();

    create function require_next_notes() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from worker_interview i where i.id = new.interview_id and i.outcome = 'refused') then
        raise exception 'nothing is written of a worker who refused' using errcode = 'integrity_constraint_violation';
      end if;
      if new.revision <> coalesce((select max(revision) from worker_interview_notes where interview_id = new.interview_id), 0) + 1 then
        raise exception 'notes: every wording is a revision of its own' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger worker_interview_notes_next before insert on worker_interview_notes
      for each row execute function require_next_notes();

    create trigger worker_interview_kept before delete on worker_interview for each row execute function refuse_change();
    create trigger worker_interview_no_truncate before truncate on worker_interview execute function refuse_change();
    create trigger worker_interview_notes_append_only before update or delete on worker_interview_notes
      for each row execute function refuse_change();
    create trigger worker_interview_notes_no_truncate before truncate on worker_interview_notes execute function refuse_change();
    create trigger worker_interview_reading_append_only before update or delete on worker_interview_reading
      for each row execute function refuse_change();
    create trigger worker_interview_reading_no_truncate before truncate on worker_interview_reading execute function refuse_change();
  `.execute(db);
}
