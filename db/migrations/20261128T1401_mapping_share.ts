import { sql, type Kysely } from 'kysely';

/**
 * What is answered, and who may see it (domain 3). An answer is shared section by section with one company, until that
 * is taken back; what a company reads goes through `seen_response`, which knows no share that was.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table mapping_answer (
      response_id uuid not null references mapping_response (id),
      question text not null check (question ~ '^[a-z][a-z0-9_]{0,60}$'),
      value jsonb not null,
      revision integer not null check (revision > 0),
      saved_at timestamptz not null,
      -- Which colleague; null: whoever was invited.
      hand_id uuid references mapping_hand (id),
      primary key (response_id, question)
    );
    create table mapping_answer_version (
      response_id uuid not null,
      question text not null,
      revision integer not null,
      value jsonb not null,
      saved_at timestamptz not null,
      hand_id uuid references mapping_hand (id),
      primary key (response_id, question, revision),
      foreign key (response_id, question) references mapping_answer (response_id, question)
    );
    create function keep_mapping_answer() returns trigger language plpgsql as $$
    begin
      if new.revision <> coalesce(old.revision, 0) + 1 then
        raise exception 'answer % goes from revision % to %', new.question, coalesce(old.revision, 0), new.revision
          using errcode = 'integrity_constraint_violation';
      end if;
      insert into mapping_answer_version (response_id, question, revision, value, saved_at, hand_id)
        values (new.response_id, new.question, new.revision, new.value, new.saved_at, new.hand_id);
      return null;
    end $$;
    create trigger mapping_answer_each after insert or update on mapping_answer
      for each row execute function keep_mapping_answer();
    create function refuse_submitted_answer() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from mapping_response where id = new.response_id and state = 'submitted') then
        raise exception 'what was submitted stands as it is' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger mapping_answer_open before insert or update on mapping_answer
      for each row execute function refuse_submitted_answer();
    create trigger mapping_answer_kept before delete on mapping_answer for each row execute function refuse_change();
    create trigger mapping_answer_no_truncate before truncate on mapping_answer execute function refuse_change();
    create trigger mapping_answer_version_stands before update or delete on mapping_answer_version
      for each row execute function refuse_change();
    create trigger mapping_answer_version_no_truncate before truncate on mapping_answer_version execute function refuse_change();

    -- As it was read on the day it was sent, in the language it was answered in and in English.
    create table mapping_copy (
      response_id uuid not null references mapping_response (id),
      language text not null check (language ~ '^[a-z]{2}$'),
      copy jsonb not null,
      primary key (response_id, language)
    );
    create trigger mapping_copy_stands before update or delete on mapping_copy for each row execute function refuse_change();
    create trigger mapping_copy_no_truncate before truncate on mapping_copy execute function refuse_change();

    -- Consent: which company may see which sections of a submitted answer. It is taken back once, and never given anew in
    -- the same row.
    create table mapping_share (
      id uuid primary key default gen_random_uuid(),
      response_id uuid not null references mapping_response (id),
      company_id uuid not null,
      invitation_id uuid not null,
      sections text[] not null check (cardinality(sections) >= 1),
      given_at timestamptz not null,
      withdrawn_at timestamptz,
      -- A later answer took its place; nobody took anything back.
      replaced boolean not null default false,
      foreign key (invitation_id, company_id) references mapping_invitation (id, company_id),
      constraint mapping_share_replaced check (not replaced or withdrawn_at is not null),
      constraint mapping_share_times check (withdrawn_at >= given_at)
    );
    create unique index mapping_share_once on mapping_share (invitation_id) where withdrawn_at is null;
    create index mapping_share_company on mapping_share (company_id) where withdrawn_at is null;
    create index mapping_share_response on mapping_share (response_id);
    create trigger mapping_share_identity after update on mapping_share for each row
      execute function refuse_rewriting('id', 'response_id', 'company_id', 'invitation_id', 'sections', 'given_at');
    create trigger mapping_share_withdrawn after update on mapping_share for each row when (old.withdrawn_at is not null)
      execute function refuse_rewriting();
    create trigger mapping_share_kept before delete on mapping_share for each row execute function refuse_change();
    create trigger mapping_share_no_truncate before truncate on mapping_share execute function refuse_change();
    create function refuse_unsent_share() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from mapping_response r join mapping_invitation i on i.respondent_id = r.respondent_id
          where r.id = new.response_id and r.state = 'submitted' and i.id = new.invitation_id) then
        raise exception 'only what was submitted is shared, by whoever submitted it' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger mapping_share_of_own before insert on mapping_share for each row execute function refuse_unsent_share();

    -- What an answer says of the chain, as far as its buyer may see it: drawn from the answer when it is shared, gone when
    -- that is taken back.
    create table chain_statement (
      share_id uuid primary key references mapping_share (id) on delete cascade,
      nodes jsonb not null check (jsonb_typeof(nodes) = 'array'),
      edges jsonb not null check (jsonb_typeof(edges) = 'array')
    );
    -- Which of a company's parties a statement speaks of.
    create table supply_mention (
      share_id uuid not null references chain_statement (share_id) on delete cascade,
      node text not null,
      company_id uuid not null,
      party_id uuid not null,
      primary key (share_id, node),
      foreign key (company_id, party_id) references supply_party (company_id, id)
    );
    create index supply_mention_party on supply_mention (party_id);
    create function forget_statement() returns trigger language plpgsql as $$
    begin
      delete from chain_statement where share_id = new.id;
      return null;
    end $$;
    create trigger mapping_share_forgotten after update on mapping_share for each row
      when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function forget_statement();
    create function refuse_statement() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from mapping_share where id = new.share_id and withdrawn_at is null) then
        raise exception 'nothing is said of what was taken back' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger chain_statement_seen before insert or update on chain_statement for each row execute function refuse_statement();

    -- The one door by which a company reads answers.
    create view seen_response as
      select s.company_id, s.id as share_id, s.response_id, s.sections, s.given_at, i.id as invitation_id, i.campaign_id,
        i.party_id, r.role, r.questionnaire_version_id, r.language, r.submitted_at
      from mapping_share s
      join mapping_invitation i on i.id = s.invitation_id
      join mapping_response r on r.id = s.response_id
      where s.withdrawn_at is null and r.state = 'submitted';
    -- Parties a company may know of: those it named itself, and those a standing share names.
    create view seen_party as
      select p.* from supply_party p
      where p.merged_into is null and (p.named_by_company or exists (
        select 1 from supply_mention m join supply_party n on n.id = m.party_id
        where m.company_id = p.company_id and coalesce(n.merged_into, n.id) = p.id));
  `.execute(db);
}
