import { sql, type Kysely } from 'kysely';

/**
 * Workers' own voice (domain 3): a poster at a site, and what whoever reads it answers. Of an answer nothing is kept that
 * leads to a person: no address, no time, and no order finer than five people.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table voice_poster (
      id uuid primary key default gen_random_uuid(),
      company_id uuid not null,
      party_id uuid not null,
      -- No secret: it hangs on a wall, to be typed where a code cannot be scanned.
      code text not null unique check (code ~ '^[0-9]{12}$'),
      languages text[] not null check (cardinality(languages) between 1 and 4),
      made_at timestamptz not null,
      made_by uuid not null references account (id),
      ended_at timestamptz check (ended_at >= made_at),
      ended_by uuid references account (id),
      unique (id, party_id),
      foreign key (company_id, party_id) references supply_party (company_id, id),
      constraint voice_poster_ended check ((ended_at is null) = (ended_by is null))
    );
    create index voice_poster_party on voice_poster (party_id);
    create trigger voice_poster_identity after update on voice_poster for each row
      execute function refuse_rewriting('id', 'company_id', 'party_id', 'code', 'languages', 'made_at', 'made_by');
    create trigger voice_poster_over after update on voice_poster for each row when (old.ended_at is not null)
      execute function refuse_rewriting();
    create trigger voice_poster_kept before delete on voice_poster for each row execute function refuse_change();
    create trigger voice_poster_no_truncate before truncate on voice_poster execute function refuse_change();

    create table voice_answer (
      poster_id uuid not null,
      -- Drawn with the first page: a form that is sent twice counts once.
      sent_id uuid not null,
      party_id uuid not null,
      -- Five by five, in the order they came: what a company reads grows by five people at least.
      batch integer not null check (batch >= 0),
      questionnaire_version_id text not null references questionnaire_version (id),
      language text not null check (language ~ '^[a-z]{2}$'),
      answers jsonb not null check (jsonb_typeof(answers) = 'object' and answers <> '{}'),
      answered_on date not null,
      primary key (poster_id, sent_id),
      foreign key (poster_id, party_id) references voice_poster (id, party_id)
    );
    create index voice_answer_party on voice_answer (party_id, batch);
    create trigger voice_answer_stands before update or delete on voice_answer
      for each row execute function refuse_change();
    create trigger voice_answer_no_truncate before truncate on voice_answer execute function refuse_change();
    create function refuse_ended_poster() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from voice_poster where id = new.poster_id and ended_at is not null) then
        raise exception 'the poster is not in use any more' using errcode = 'integrity_constraint_violation';
      end if;
      if (select count(*) from voice_answer where party_id = new.party_id and batch = new.batch) >= 5 then
        raise exception 'five answers are a batch' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger voice_answer_of_poster before insert on voice_answer for each row execute function refuse_ended_poster();
  `.execute(db);
}
