import { sql, type Kysely } from 'kysely';

/** What ties a person to a recruiter, declared by themselves, and who therefore does not audit it (domain 2.1, 2.6). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table interest_declaration (
      id uuid primary key default gen_random_uuid(),
      account_id uuid not null references account (id),
      organisation_id uuid not null,
      organisation_kind text not null default 'recruiter' check (organisation_kind = 'recruiter'),
      kind text not null check (kind in ('employment', 'ownership', 'kinship', 'advice', 'other', 'none')),
      statement text not null check (length(btrim(statement)) >= 10),
      from_on date,
      until_on date,
      -- Declarations stand; what changed is a new one that takes the place of the old.
      corrects uuid unique references interest_declaration (id),
      source text not null default 'own' check (source in ('own', 'membership')),
      declared_at timestamptz not null,
      foreign key (organisation_id, organisation_kind) references organisation (id, kind),
      constraint interest_declaration_shape check (case when kind = 'none'
        then num_nonnulls(from_on, until_on, corrects) = 0 else from_on is not null end),
      constraint interest_declaration_days check (until_on >= from_on)
    );
    create index interest_declaration_person on interest_declaration (account_id, organisation_id);
    create index interest_declaration_organisation on interest_declaration (organisation_id);
    create trigger interest_declaration_append_only before update or delete on interest_declaration
      for each row execute function refuse_change();
    create trigger interest_declaration_no_truncate before truncate on interest_declaration execute function refuse_change();

    -- A tie is ended, never taken back: the end is no earlier than the day on which it was said to go on.
    create function require_honest_correction() returns trigger language plpgsql as $$
    declare before interest_declaration;
    begin
      -- Whoever puts this person on an audit team of this recruiter waits here, or we for them.
      perform 1 from organisation where id = new.organisation_id for no key update;
      if new.corrects is null then return new; end if;
      select * into before from interest_declaration where id = new.corrects;
      if before.kind <> new.kind or before.account_id <> new.account_id or before.organisation_id <> new.organisation_id
        or before.from_on <> new.from_on or before.until_on is not null
        or new.until_on is null or new.until_on < (before.declared_at at time zone 'UTC')::date then
        raise exception 'a declared tie is ended, not taken back' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger interest_declaration_corrects before insert on interest_declaration
      for each row execute function require_honest_correction();

    -- Whoever works for a recruiter and leaves it has worked there: memberships do not outlive their end, this does.
    create function keep_past_employment() returns trigger language plpgsql as $$
    begin
      insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, until_on, source, declared_at)
        values (old.account_id, old.organisation_id, 'employment', 'Belonged to this agency, by its own records.',
          least((old.created_at at time zone 'UTC')::date, current_date), current_date, 'membership', now());
      return old;
    end $$;
    create trigger membership_past_employment after delete on membership
      for each row when (old.organisation_kind = 'recruiter') execute function keep_past_employment();

    -- Whether anything ties this person to this recruiter on that day, or did within the two years before.
    create function has_tie(person uuid, client uuid, on_day date default current_date) returns boolean language sql stable as $$
      select exists (select 1 from membership m where m.account_id = person and m.organisation_id = client)
        or exists (select 1 from conflict_declaration c
          where c.account_id = person and c.organisation_id = client and c.conflicted)
        or exists (select 1 from advice v
          where v.account_id = person and v.organisation_id = client and v.given_on > on_day - interval '2 years')
        or exists (select 1 from interest_declaration d
          where d.account_id = person and d.organisation_id = client and d.kind <> 'none'
            and (d.until_on is null or d.until_on > on_day - interval '2 years')
            and not exists (select 1 from interest_declaration later where later.corrects = d.id))
    $$;

    create function refuse_tied_auditor() returns trigger language plpgsql as $$
    declare client uuid;
    begin
      select organisation_id into client from audit where id = new.audit_id;
      perform 1 from organisation where id = client for no key update;
      if has_tie(new.account_id, client, (new.assigned_at at time zone 'UTC')::date) then
        raise exception 'nobody audits a recruiter they have a tie to, nor within two years of its end'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger audit_team_member_untied before insert or update on audit_team_member
      for each row execute function refuse_tied_auditor();
  `.execute(db);
}
